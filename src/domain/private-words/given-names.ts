/**
 * Given names that many people in Sweden have: enough to see that a sentence names somebody. Names that are words too
 * ("Sten", "Björn", "Rut", "Dag", "Ro") stand here only where the word is seldom written with a capital.
 */
const names = `
  Adam Agneta Agnes Ahmed Aisha Albin Aldin Alexander Alexandra Alfred Ali Alice Alicia Alma Alva Amanda Amina Amir Anders
  Andreas Anette Anita Anna Anne Anneli Annette Annika Anton Arne Arvid Astrid Axel Barbro Bengt Berit Birgit Birgitta Bo
  Camilla Carina Carl Carolina Caroline Cecilia Charlotte Christer Christian Christina Claes Clara Daniel David Diana Ebba
  Elias Elin Elina Elisabeth Ella Ellen Elsa Elvira Emanuel Emelie Emil Emilia Emma Erik Erika Ester Eva Fatima Felicia Felix
  Filip Fredrik Frida Gabriel Gerd Göran Greta Gunilla Gunnar Gustav Hampus Hanna Hanne Hans Hassan Helen Helena Henrik Hugo
  Håkan Ibrahim Ida Inga Inger Ingrid Isabella Isak Jakob Jan Jenny Jens Jesper Jessica Joel Johan Johanna John Jonas
  Jonathan Josefin Josefine Julia Jörgen Kalle Karin Karl Katarina Kent Kenneth Kerstin Kjell Klara Kristina Lars Lasse Leif
  Lena Leo Liam Lina Linda Linnea Linus Lisa Liv Louise Lova Lucas Ludvig Magnus Maja Malin Marcus Margareta Maria Marie
  Mariam Marianne Martin Mats Matilda Mattias Max Melker Michael Mikael Mimmi Moa Mohamed Mohammed Mohammad Monica Monika
  Mona Mårten Nathalie Niklas Nils Noah Nora Olivia Olle Olof Omar Oscar Oskar Patrik Per Pernilla Peter Petra Philip Pia
  Ragnar Rebecka Rickard Robert Robin Roger Roland Ronja Rosa Rolf Saga Samira Samuel Sandra Sara Sebastian Siv Sofia Sofie
  Solveig Stefan Stig Stina Sture Sune Susanne Sven Svea Theo Therese Thomas Tilda Tina Tobias Tommy Tomas Tove Tuva Ulf Ulla
  Ulrika Urban Vera Victor Victoria Viktor Viktoria Vilma Wilma William Yasmin Ylva Yvonne Zahra Zeinab Åke Åsa
`;
const known = new Set(names.split(/\s+/).filter(Boolean));

/** Whether a word is a given name, or one in the genitive ("Annas"). */
export const isGivenName = (word: string): boolean =>
  known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)));
