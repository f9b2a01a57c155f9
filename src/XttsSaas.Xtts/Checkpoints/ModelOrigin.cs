namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Where weights come from and what may be done with them.</summary>
/// <param name="BaseModel">Name of the base model, for example <c>xtts-mini</c>; a fine-tuned checkpoint keeps its base's name.</param>
/// <param name="Licence">Licence of the base weights, as its publisher names it.</param>
/// <param name="CommercialUse">Whether that licence allows charging for speech made with the weights.</param>
public sealed record ModelOrigin(string BaseModel, string Licence, bool CommercialUse);
