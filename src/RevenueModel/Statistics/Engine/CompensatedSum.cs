namespace RevenueModel.Statistics;

/// <summary>A sum of doubles that keeps what each addition rounds off (Neumaier 1974), so that its error does not grow
/// with the number of terms.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _rest;

    /// <summary>Gets the sum.</summary>
    public readonly double Value => _sum + _rest;

    /// <summary>Returns the sum of a list.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        double total = _sum + value;
        _rest += Math.Abs(_sum) >= Math.Abs(value) ? _sum - total + value : value - total + _sum;
        _sum = total;
    }
}
