using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>What the vocoder hears and what it should say; the tensors belong to the scope that was current.</summary>
/// <param name="Hidden">[batch, codes, channels]</param>
/// <param name="Speakers">[batch, d_vector]</param>
/// <param name="Target">[batch, samples] at the output rate.</param>
/// <param name="Pitch">[batch, frames], log2 of Hz, 0 where unvoiced.</param>
public sealed record SegmentBatch(Tensor Hidden, Tensor Speakers, Tensor Target, float[] Pitch)
{
    /// <summary>The first <paramref name="codes"/> codes from code <paramref name="first"/> of each clip, on <paramref name="device"/>.</summary>
    public static SegmentBatch Cut(IReadOnlyList<(VocoderClip Clip, int First)> segments, int codes, SegmentGeometry geometry, Device device)
    {
        var (channels, samples) = (geometry.Channels, geometry.Samples(codes));
        var hidden = new float[segments.Count * codes * channels];
        var target = new float[segments.Count * samples];
        var frames = geometry.Frames(codes);
        var pitch = new float[segments.Count * frames];
        for (var row = 0; row < segments.Count; row++)
        {
            var (clip, first) = segments[row];
            clip.Hidden.AsSpan(first * channels, codes * channels).CopyTo(hidden.AsSpan(row * codes * channels));
            var rest = clip.Recording.AsSpan(Math.Min(geometry.FirstSample(first), clip.Recording.Length));
            rest[..Math.Min(rest.Length, samples)].CopyTo(target.AsSpan(row * samples));
            var contour = clip.Pitch.AsSpan(Math.Min(geometry.FirstFrame(first), clip.Pitch.Length));
            contour[..Math.Min(contour.Length, frames)].CopyTo(pitch.AsSpan(row * frames));
        }

        return new SegmentBatch(
            tensor(hidden, [segments.Count, codes, channels]).to(device),
            tensor([.. segments.SelectMany(segment => segment.Clip.Speaker)], [segments.Count, segments[0].Clip.Speaker.Length]).to(device),
            tensor(target, [segments.Count, samples]).to(device),
            pitch);
    }
}
