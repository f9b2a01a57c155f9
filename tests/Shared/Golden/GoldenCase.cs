using System.Text.Json;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Tests.Golden;

/// <summary>One case: inputs, outputs, and how close ours must come.</summary>
internal sealed class GoldenCase(SafetensorsFile file, JsonElement outputs) : IDisposable
{
    public float[] Input(string name) => file.ReadSingle("in." + name);

    public int[] InputIds(string name) => Array.ConvertAll(file.ReadInt64("in." + name), id => (int)id);

    public TensorShape InputShape(string name) => file.Find("in." + name).Shape;

    public float[] Output(string name) => file.ReadSingle("out." + name);

    public int[] OutputIds(string name) => Array.ConvertAll(file.ReadInt64("out." + name), id => (int)id);

    public TensorShape OutputShape(string name) => file.Find("out." + name).Shape;

    /// <summary>Asserts |a - b| &lt;= atol + rtol |b| for every element, with the manifest's tolerances.</summary>
    public void AssertClose(string name, ReadOnlySpan<float> actual)
    {
        var expected = Output(name);
        var tolerance = outputs.GetProperty(name);
        var (atol, rtol) = (tolerance.GetProperty("atol").GetDouble(), tolerance.GetProperty("rtol").GetDouble());
        Assert.Equal(expected.Length, actual.Length);
        var (worst, at) = (0.0, -1);
        for (var i = 0; i < expected.Length; i++)
        {
            if (float.IsInfinity(expected[i]) && expected[i].Equals(actual[i]))
                continue;
            var excess = Math.Abs((double)actual[i] - expected[i]) - (atol + (rtol * Math.Abs(expected[i])));
            if (!(excess <= worst))
                (worst, at) = (excess, i);
        }
        Assert.True(at < 0, at < 0 ? "" : $"{name}[{at}]: expected {expected[at]:R}, got {actual[at]:R}, tolerance {atol} + {rtol}|b|.");
    }

    public void Dispose() => file.Dispose();
}
