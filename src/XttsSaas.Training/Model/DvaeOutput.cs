using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>What one pass through the DVAE gives.</summary>
/// <param name="Latents">[batch, codes, width], before quantisation.</param>
/// <param name="Codes">[batch, codes], int64.</param>
/// <param name="Reconstruction">[batch, mels, 4 · codes]: up to three frames longer than the mel.</param>
/// <param name="ReconstructionLoss">Scalar: mean squared error over the mel's own frames.</param>
/// <param name="CommitmentLoss">Scalar: mean squared distance of the latents to their code vectors, which are held fixed.</param>
public sealed record DvaeOutput(Tensor Latents, Tensor Codes, Tensor Reconstruction, Tensor ReconstructionLoss, Tensor CommitmentLoss);
