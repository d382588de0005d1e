<!doctype html>
<html <?php language_attributes(); ?>>
<head>
  <meta charset="<?php bloginfo('charset'); ?>">
  <?php wp_head(); ?>
  <style><?php readfile(__DIR__ . '/style.css'); ?></style>
</head>
<body <?php body_class(); ?>>
  <?php while (have_posts()) : the_post(); ?>
    <h1><?php the_title(); ?></h1>
    <div class="entry-content"><?php the_content(); ?></div>
  <?php endwhile; wp_footer(); ?>
</body>
</html>
