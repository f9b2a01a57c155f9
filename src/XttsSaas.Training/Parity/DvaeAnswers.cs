using TorchSharp;
using XttsSaas.Xtts.Parity;
using static TorchSharp.torch;

namespace XttsSaas.Training.Parity;

/// <summary>The DVAE.</summary>
internal static class DvaeAnswers
{
    public static IEnumerable<ParityOutput> Autoencoder(ParityCase test, ParityModel model)
    {
        using var gradients = no_grad();
        var dvae = model.Dvae;
        var output = dvae.Forward(model.Input(test, "mel"));
        if (test.Wants("codes"))
            yield return ParityOutput.OfIntegers("codes", output.Codes.cpu().data<long>().ToArray().Select(code => (int)code));
        if (test.Wants("z"))
            yield return ParityAnswer.Of(test, "z", output.Latents);
        if (test.Wants("margin"))
            yield return ParityAnswer.Of(test, "margin", dvae.Margins(output.Latents));
        if (test.Wants("recon_mel"))
            yield return ParityAnswer.Of(test, "recon_mel", output.Reconstruction);
        if (test.Wants("decoded_mel"))
            yield return ParityAnswer.Of(test, "decoded_mel", dvae.Decode(Codes(test)));
    }

    private static Tensor Codes(ParityCase test) =>
        tensor(Array.ConvertAll(test.InputIds("codes"), code => (long)code), test.InputShape("codes").ToArray());
}
