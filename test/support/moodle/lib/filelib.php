<?php // The class curl is in classes.php.
