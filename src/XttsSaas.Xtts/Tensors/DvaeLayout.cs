using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Tensors;

/// <summary>The discrete VAE, names as in <c>dvae.pth</c>.</summary>
internal static class DvaeLayout
{
    public static void Add(LayoutBuilder layout, DvaeConfig dvae)
    {
        long codes = dvae.CodebookDim;
        long widest = dvae.Width(dvae.NumLayers - 1);
        layout.Counter("discrete_loss.accumulator_index", 1);
        layout.Counter("discrete_loss.accumulator_filled", 1);
        layout.Buffer("discrete_loss.accumulator", 100, dvae.NumTokens);

        long input = dvae.Channels;
        var index = 0;
        for (var layer = 0; layer < dvae.NumLayers; layer++)
        {
            layout.Affine($"encoder.{index++}.0", dvae.Width(layer), input, 3);
            input = dvae.Width(layer);
        }
        for (var block = 0; block < dvae.NumResnetBlocks; block++)
            AddResidualBlock(layout, $"encoder.{index++}", widest);
        layout.Affine($"encoder.{index}", codes, widest, 1);

        index = 0;
        layout.Affine($"decoder.{index++}", widest, codes, 1);
        for (var block = 0; block < dvae.NumResnetBlocks; block++)
            AddResidualBlock(layout, $"decoder.{index++}", widest);
        input = widest;
        for (var layer = dvae.NumLayers - 1; layer >= 0; layer--)
        {
            layout.Affine($"decoder.{index++}.0.conv", dvae.Width(layer), input, 3);
            input = dvae.Width(layer);
        }
        layout.Affine($"decoder.{index}", dvae.Channels, input, 1);

        layout.Buffer("codebook.embed", codes, dvae.NumTokens);
        layout.Buffer("codebook.cluster_size", dvae.NumTokens);
        layout.Buffer("codebook.embed_avg", codes, dvae.NumTokens);
    }

    private static void AddResidualBlock(LayoutBuilder layout, string block, long width)
    {
        layout.Affine(block + ".net.0", width, width, 3);
        layout.Affine(block + ".net.2", width, width, 3);
        layout.Affine(block + ".net.4", width, width, 1);
    }
}
