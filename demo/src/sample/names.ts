/** What people are called, with what makes lists hard: prefixes, double names, accents, apostrophes. */
export const GIVEN = (
  'Anna Fatima Jan Sanne Mehmet Lotte Daan Emma Sem Noor Bram Sofie Youssef Lieke Thijs Julia Mohamed Eva Lars Iris ' +
  'Femke Ruben Zoë Tim Aylin Koen Roos Hamza Maud Stijn Chloé Jasper Esra Niels Fleur Sven Amina Bas Marieke Teun ' +
  'Agnieszka Joris Naomi Wouter Inge Soufiane Merel Pieter Søren Gülşen Kees Annelies Radboud Priya Hidde Łukasz'
).split(' ');
export const FAMILY =
  'Smit,de Vries,Öztürk,van der Berg,Jansen,El Idrissi,Bakker,Visser,van Dijk,Yılmaz,Meijer,de Boer,Mulder,Peters,ter Horst,Bos,Vos,Hendriks,van Leeuwen,Dekker,Kowalski,van den Heuvel,Brouwer,de Wit,Dijkstra,Aydın,Smits,de Graaf,van der Meer,Kaya,Prins,Jacobs,van der Linden,Çelik,Willems,Hoekstra,Verhoeven,Bouzid,Martens,Koster,van ’t Hof,Blom,Nguyễn,Postma,Wiśniewska,Scholten,Haddad,van Loon,de Bruijn-Peeters,Kramer,Müller,Timmermans,O’Brien,Veenstra,Sarıkaya,Groen,d’Hondt,Reinders,Singh,Evers'.split(
    ',',
  );
