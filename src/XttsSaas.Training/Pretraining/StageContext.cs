using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Corpus;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining;

/// <summary>What a stage starts from.</summary>
/// <param name="Start">The model as the stage before left it.</param>
/// <param name="Corpus">What it learns from.</param>
/// <param name="CacheFolder">Where derived features may be kept between starts.</param>
/// <param name="Device">Where it computes.</param>
/// <param name="Report">Receives a line about preparations that take long.</param>
public sealed record StageContext(Checkpoint Start, CorpusReader Corpus, string CacheFolder, Device Device, Action<string> Report);
