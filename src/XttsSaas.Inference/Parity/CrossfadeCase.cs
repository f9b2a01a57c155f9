using XttsSaas.Inference.Engine;

namespace XttsSaas.Inference.Parity;

/// <summary>Chunk cutting alone: the k-th decoding (from 0) is the wave up to <c>ends[k]</c>, louder by a tenth each time so that seams show.</summary>
internal static class CrossfadeCase
{
    public static void Compute(CaseAnswer answer)
    {
        var test = answer.Test;
        var (wave, ends) = (test.Input("wav"), test.InputIds("ends"));
        var crossfade = new ChunkCrossfade(new StreamOptions(OverlapSamples: test.Notes.Overlap ?? new StreamOptions().OverlapSamples) { AsReference = true });
        List<float[]> chunks = [];
        for (var k = 0; k < ends.Length; k++)
        {
            var gain = 1 + (0.1 * k);
            chunks.Add(crossfade.Next(Array.ConvertAll(wave[..ends[k]], sample => (float)(sample * gain))));
        }
        answer.GiveIntegers("lens", chunks.Select(chunk => chunk.Length));
        answer.Give("wav", [.. chunks.SelectMany(chunk => chunk)]);
    }
}
