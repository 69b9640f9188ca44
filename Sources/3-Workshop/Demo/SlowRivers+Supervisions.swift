import Cooperation

// What was said in the two peer supervisions that came to their end.
extension SlowRivers {
  func tellOfDrains(_ play: inout Play) throws {
    try play.say("rui", "headline", "As valas fecham-se um mês depois de limpas")
    try play.enter("case-presentation", by: "ines")
    try play.say(
      "rui", "case",
      "Pagamos duas semanas de limpeza por ano. Um mês depois, areia e lixo voltam a fechar as valas, e três bairros "
        + "ficam debaixo de água em janeiro. Os moradores dizem que a vala é da câmara.")
    try play.say("lotte", "comprehension", "Quem vê primeiro que uma vala está fechada?")
    try play.enter("key-question", by: "ines")
    try play.say("rui", "question-found", .choice("found"))
    try play.say("rui", "key-question", "Como fazemos para que a vala seja da rua, e não só da câmara?")
    try play.enter("method-choice", by: "ines")
    try play.say("rui", "module", .choice("same-elsewhere"))
    try play.enter("consultation", by: "ines")
    try play.say("celia", "contribution", "Em Potoia cada rua escolhe quem guarda a sua vala, e a escolha é pública.")
    try play.say("lotte", "contribution", "Nós pagamos um almoço por mês a quem guarda; ninguém aceitou dinheiro.")
    try play.say("karim", "contribution", "Comece ao lado da escola: as crianças desenham a vala e os pais vão ver.")
    try play.say("salma", "contribution", "Não comece com três bairros. Um que funcione convence os outros.")
    try play.enter("conclusion", by: "ines")
    try play.say(
      "rui", "kept-ideas",
      .vote([0, 2, 3].map { .contribution(play.said(to: "contribution")[$0]) }))
    try play.say("rui", "takes-home", "A rua escolhe quem guarda, e começamos por um bairro, ao lado da escola.")
    try play.say("rui", "next-step", "Reunião com os moradores da Praia, com o desenho feito pela escola.")
    try play.say("lotte", "learnt", "Um almoço pode valer mais do que um contrato.")
    try play.say("celia", "learnt", "Vamos publicar também quem guarda cada vala.")
    try play.conclude(by: "ines")
  }

  func tellOfMangroves(_ play: inout Play) throws {
    try play.say("ines", "headline", "Los manglares mueren cuando se acaba el proyecto")
    try play.enter("case-presentation", by: "rui")
    try play.say(
      "ines", "case",
      "Plantamos dos veces con dinero de fuera. Al año siguiente quedaba menos de la mitad: nadie tenía el encargo de "
        + "cuidarlos, y los pescadores no fueron consultados sobre el lugar.")
    try play.say("celia", "comprehension", "¿Quién eligió los lugares?")
    try play.enter("key-question", by: "rui")
    try play.say("ines", "question-found", .choice("found"))
    try play.say("ines", "key-question", "¿Cómo logramos que los pescadores quieran los manglares en pie?")
    try play.enter("method-choice", by: "rui")
    try play.say("ines", "module", .choice("good-advice"))
    try play.enter("consultation", by: "rui")
    try play.say("karim", "contribution", "Yo dejaría que los pescadores eligieran el lugar y firmaran el plano.")
    try play.say("celia", "contribution", "Yo contaría los árboles vivos en público, cada seis meses.")
    try play.enter("conclusion", by: "rui")
    try play.say("ines", "takes-home", "Primero el lugar con los pescadores, después los plantones.")
    try play.say("ines", "next-step", "Una caminata con los pescadores por la costa norte.")
    try play.conclude(by: "rui")
  }
}
