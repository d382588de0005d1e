import { css } from 'lit';

export const bookingWithdrawalStyles = css`
  .withdrawal,
  form {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 3);
    align-items: start;
    max-inline-size: 34em;
  }

  form {
    inline-size: 100%;
  }

  h3 {
    margin: 0;
    font-size: 1em;
  }
`;
