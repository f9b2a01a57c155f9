namespace XttsSaas.Xtts.Configuration;

/// <summary>The discrete VAE that turns a mel spectrogram into audio codes (training only). Layer i is <c>hidden_dim * 2^i</c> wide.</summary>
public sealed record DvaeConfig
{
    public int Channels { get; init; } = 80;
    public int HiddenDim { get; init; } = 512;
    public int CodebookDim { get; init; } = 512;
    public int NumTokens { get; init; } = 1024;
    public int NumLayers { get; init; } = 2;
    public int NumResnetBlocks { get; init; } = 3;

    /// <summary>Width after convolution <paramref name="layer"/> (0-based).</summary>
    public int Width(int layer) => HiddenDim << layer;
}
