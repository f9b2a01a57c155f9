using System.CommandLine;

namespace XttsSaas.Cli.Corpus;

/// <summary><c>corpus</c>: speech with its texts, to train on.</summary>
internal static class CorpusCommand
{
    public static Command Create() => new("corpus", "Build speech with its texts, to train on.") { EspeakCommand.Create(), BlockCommand.Create() };
}
