export { renderReviewMarkdown } from "./review-markdown";
export { renderReviewSarif } from "./review-sarif";
export { renderReview } from "./review-text";
