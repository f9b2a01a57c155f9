namespace XttsSaas.Training.Model;

/// <summary>How a projection's matrix lies in the checkpoint.</summary>
public enum WeightLayout
{
    /// <summary>[in, out]: the GPT-2 blocks.</summary>
    InOut,

    /// <summary>[out, in], or [out, in, 1] for a convolution of kernel 1: everything else.</summary>
    OutIn,
}
