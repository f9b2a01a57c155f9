namespace XttsSaas.Inference.Engine;

/// <summary>How speech is cut into chunks; the defaults are the reference's.</summary>
/// <param name="ChunkCodes">Codes between two chunks, at least 1; a code is 46 ms of speech.</param>
/// <param name="OverlapSamples">Samples at 24,000 Hz over which two decodings are crossfaded, 0 or more; each chunk lags by as much.</param>
public sealed record StreamOptions(int ChunkCodes = 20, int OverlapSamples = 1024)
{
    /// <summary>
    /// Cut exactly as the reference does, for checks: the last <see cref="OverlapSamples"/> are not sent unless speech ends at a chunk's
    /// boundary, and a piece shorter than the overlap is sent raw, although its beginning was sent before.
    /// </summary>
    internal bool AsReference { get; init; }

    /// <summary>This, or an exception that names every value out of range.</summary>
    public StreamOptions Validated()
    {
        List<string> faults = [];
        if (ChunkCodes < 1)
            faults.Add($"codes per chunk is {ChunkCodes}; must be at least 1");
        if (OverlapSamples < 0)
            faults.Add($"overlap is {OverlapSamples} samples; must be 0 or more");
        return faults.Count == 0 ? this : throw new ArgumentException($"The stream options are not valid: {string.Join("; ", faults)}.");
    }
}
