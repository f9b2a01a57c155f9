using XttsSaas.Cli.Models;
using XttsSaas.Cli.Speech;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Cli.Judging;

/// <summary>What is to be judged.</summary>
/// <param name="Sentences">By language.</param>
/// <param name="Speakers">Whom the model imitates, one sentence each in turn.</param>
/// <param name="Cloning">Whether unseen speakers are cloned too.</param>
internal sealed record EvalJob(string Model, ModelFolders Folders, IReadOnlyDictionary<string, IReadOnlyList<string>> Sentences, IReadOnlyList<CorpusSpeaker> Speakers, bool Cloning, SamplingChoice Sampling);
