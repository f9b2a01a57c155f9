namespace XttsSaas.Tests.Corpus;

/// <summary>Folders of invented sentences.</summary>
internal static class SentenceFiles
{
    private static readonly string[] Who = ["The baker", "My sister", "A young pilot", "Our neighbour", "The old captain", "Nobody here", "Every child", "Her uncle"];
    private static readonly string[] What = ["sold a green bicycle", "waits for the morning train", "found a silver coin", "painted the garden fence", "wrote a short letter"];

    private static readonly string[] Quien = ["La panadera", "Mi hermano", "El viejo capitán", "Nuestra vecina", "Su tía"];
    private static readonly string[] Que = ["vendió una bicicleta verde", "espera el tren", "pintó la valla del jardín", "escribió una carta"];

    /// <summary>Forty sentences in en.txt, twenty in es.txt.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "en.txt"), Who.SelectMany(who => What.Select(what => $"{who} {what}.")));
        File.WriteAllLines(Path.Combine(folder, "es.txt"), Quien.SelectMany(quien => Que.Select(que => $"{quien} {que}.")));
        return folder;
    }
}
