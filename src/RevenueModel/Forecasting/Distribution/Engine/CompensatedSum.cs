namespace RevenueModel.Forecasting;

/// <summary>A sum of doubles whose rounding errors are carried along (Neumaier 1974).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _error;

    /// <summary>Gets the sum.</summary>
    public readonly double Value => _sum + _error;

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        double sum = _sum + value;
        _error += Math.Abs(_sum) >= Math.Abs(value) ? (_sum - sum) + value : (value - sum) + _sum;
        _sum = sum;
    }
}
