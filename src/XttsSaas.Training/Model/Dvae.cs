using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The discrete VAE (van den Oord, Vinyals and Kavukcuoglu 2017) that defines the audio codes.
/// <code>
/// mel ─ encoder ─ latents ─ nearest code vectors ─ decoder ─ mel
/// </code>
/// Gradients pass the quantisation straight through: the decoder's gradient at a code vector is taken for the latent's own.
/// </summary>
public sealed class Dvae(ModelWeights weights)
{
    private readonly DvaeEncoder encoder = new(weights);
    private readonly DvaeLayers decoder = new(weights, "decoder");
    private readonly Codebook codebook = new(weights);

    /// <summary>Reconstructs normalised log mels [batch, mels, frames] and scores the reconstruction.</summary>
    public DvaeOutput Forward(Tensor mel)
    {
        var latents = Latents(mel);
        var codes = codebook.Nearest(latents.detach());
        var vectors = codebook.Vectors(codes); // [batch, codes, width]
        var commitment = (vectors.detach() - latents).pow(2).mean();
        var passed = latents + (vectors - latents).detach();
        var reconstruction = decoder.Forward(passed.transpose(1, 2));
        var error = nn.functional.mse_loss(reconstruction.narrow(2, 0, mel.shape[2]), mel.to(weights.Device));
        return new DvaeOutput(latents, codes, reconstruction, error, commitment);
    }

    /// <summary>The same with the latents themselves in place of code vectors: the codes are all 0, and so is the commitment.</summary>
    public DvaeOutput ForwardUnquantised(Tensor mel)
    {
        var latents = Latents(mel);
        var reconstruction = decoder.Forward(latents.transpose(1, 2));
        var error = nn.functional.mse_loss(reconstruction.narrow(2, 0, mel.shape[2]), mel.to(weights.Device));
        var codes = zeros([latents.shape[0], latents.shape[1]], ScalarType.Int64, weights.Device);
        return new DvaeOutput(latents, codes, reconstruction, error, zeros_like(error));
    }

    /// <summary>Continuous latents [batch, codes, width] of normalised log mels [batch, mels, frames].</summary>
    public Tensor Latents(Tensor mel) => encoder.Forward(mel);

    /// <summary>Normalised log mels [batch, mels, 4 · codes] of codes [batch, codes].</summary>
    public Tensor Decode(Tensor codes) => decoder.Forward(codebook.Vectors(codes.to(weights.Device)).transpose(1, 2));

    /// <summary>How much farther than the nearest code vector the second nearest lies, [batch, codes], in squared distance.</summary>
    public Tensor Margins(Tensor latents)
    {
        var nearest = codebook.Distances(latents).topk(2, largest: false).values; // [batch, codes, 2]
        return nearest.select(-1, 1) - nearest.select(-1, 0);
    }
}
