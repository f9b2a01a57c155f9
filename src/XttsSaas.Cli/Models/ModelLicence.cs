using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Models;

/// <summary>Under which terms a model is added.</summary>
internal static class ModelLicence
{
    public const string Published = "Coqui Public Model License 1.0.0";

    public const string Notice =
        "The published XTTS v2 weights are under the Coqui Public Model License 1.0.0 (CPML): the model and the speech made with it may be used for "
        + "non-commercial purposes only. Its text comes with the weights (LICENSE.txt) and is at https://coqui.ai/cpml. ";

    /// <param name="licence">The user's word for other terms; null means the published ones.</param>
    /// <exception cref="ModelCommandException">The terms were not accepted, or contradict each other.</exception>
    public static ModelOrigin Decide(string name, string? licence, bool commercialUse, bool accepted)
    {
        if (commercialUse && licence is null)
            throw new ModelCommandException(Notice + "--commercial-use needs --licence with the terms that allow it.", ExitCodes.WrongUsage);
        if (!accepted)
        {
            throw new ModelCommandException(
                Notice + "Add --accept-licence when you have read the terms and accept them; where the weights are under other terms, name them with --licence TEXT and, if they allow it, --commercial-use.",
                ExitCodes.WrongUsage);
        }
        return new ModelOrigin(name, licence ?? Published, commercialUse);
    }
}
