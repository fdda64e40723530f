/**
 * The same question, asked in other words or in the other language. What decides between two ways of finding it is the
 * table of figures that the quality tests print, never taste; without a model, words alone must do.
 *
 * <p>What won: vectors of two small English models joined (each errs elsewhere), a thread's vector leaning from its title
 * towards its best answer, a word-by-word gloss for German, spelling put right from titles of threads before anything is
 * embedded, and a small share of letters in common on top. What was tried and lost: equal weights of BM25 and
 * vectors (words pull English down), stemming and stop words instead of letters in rows of four, BGE's query prefix, E5
 * as a third model, comparing token by token (a third of a point for thirty times the memory), smoothing scores over
 * neighbours, two alternatives for each German word, a gloss without articles, leaving out a word that is being typed.
 */
@NullMarked
package hilft.forum.similar;

import org.jspecify.annotations.NullMarked;
