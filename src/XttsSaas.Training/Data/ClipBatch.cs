using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Data;

/// <summary>Clips with their prompts' mels, before they become tensors: may be made in any thread.</summary>
/// <param name="Clips">At least one.</param>
/// <param name="Prompts">Which part of a recording each clip's prompt is.</param>
/// <param name="Mels">The prompts' style mels, all of one shape.</param>
/// <param name="Masked">Whether the audio loss leaves out the last clip's prompt.</param>
public sealed record ClipBatch(
    IReadOnlyList<TrainingClip> Clips, IReadOnlyList<SampleRange> Prompts, IReadOnlyList<MelSpectrogram> Mels, bool Masked)
{
    /// <summary>Codes that are fed in place of the clips' own; null feeds those.</summary>
    public IReadOnlyList<int[]>? Inputs { get; init; }

    /// <summary>The same clips in pieces of at most <paramref name="size"/>.</summary>
    public IEnumerable<ClipBatch> Split(int size)
    {
        for (var start = 0; start < Clips.Count; start += size)
        {
            var end = Math.Min(start + size, Clips.Count);
            yield return new ClipBatch([.. Clips.Take(start..end)], [.. Prompts.Take(start..end)], [.. Mels.Take(start..end)], Masked && end == Clips.Count)
            {
                Inputs = Inputs?.Take(start..end).ToArray(),
            };
        }
    }

    /// <summary>The batch as the model takes it; its tensor belongs to the current dispose scope.</summary>
    public GptBatch ToTensors() => new(
        [.. Clips.Select(clip => clip.TextIds)],
        [.. Clips.Select(clip => clip.Codes)],
        [.. Clips.Select(clip => clip.Samples)],
        tensor([.. Mels.SelectMany(mel => mel.Values)], [Mels.Count, Mels[0].Mels, Mels[0].Frames]),
        Masked ? Prompts : null)
    {
        InputCodes = Inputs,
    };
}
