namespace XttsSaas.Xtts.Signal;

/// <summary>Linear interpolation in time as torch's interpolate(mode linear, align_corners false) with a given scale does it.</summary>
public static class LinearInterpolation
{
    /// <summary>
    /// Stretches <paramref name="source"/>, row-major [rows, length], along its second axis by <paramref name="scale"/>.
    /// The result has floor(length * scale) columns; the scale itself gives the coordinates (i + 0.5) / scale - 0.5.
    /// </summary>
    public static float[] Stretch(ReadOnlySpan<float> source, int rows, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        var length = source.Length / rows;
        var stretched = StretchedLength(length, scale);
        var result = new float[rows * stretched];
        for (var i = 0; i < stretched; i++)
        {
            var position = Math.Max(0, ((i + 0.5) / scale) - 0.5);
            var left = Math.Min((int)position, length - 1);
            var right = Math.Min(left + 1, length - 1);
            var weight = (float)(position - left);
            for (var row = 0; row < rows; row++)
            {
                var line = source.Slice(row * length, length);
                result[(row * stretched) + i] = (line[left] * (1 - weight)) + (line[right] * weight);
            }
        }
        return result;
    }

    /// <summary>Columns after stretching: floor(length * scale).</summary>
    public static int StretchedLength(int length, double scale) => (int)Math.Floor(length * scale);
}
