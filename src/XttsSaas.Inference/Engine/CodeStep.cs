namespace XttsSaas.Inference.Engine;

/// <summary>One code of a generation.</summary>
/// <param name="Code">The code; the stop code comes last where the model ends by itself.</param>
/// <param name="Hidden">The hidden state [C] that predicted it, after both final norms.</param>
/// <param name="Logits">The model's scores over the audio codes.</param>
/// <param name="Scores">The same after the score processors.</param>
internal sealed record CodeStep(int Code, float[] Hidden, float[] Logits, float[] Scores);
