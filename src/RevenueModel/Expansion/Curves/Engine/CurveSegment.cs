namespace RevenueModel.Expansion;

/// <summary>One interval of a curve through points, from its start up to the start of the next.</summary>
/// <remarks>
/// With <c>s = month - From</c> the value is <c>Value + s × (Slope + s × (Square + s × Cube))</c>, or
/// <c>Value × Factor^(s / Length)</c> for geometric interpolation. It is held between <c>Low</c> and <c>High</c>, the
/// values at both ends, which rounding could otherwise pass by a last digit.
/// </remarks>
internal readonly record struct CurveSegment
{
    public double From { get; init; }

    public double Length { get; init; }

    public double Value { get; init; }

    public double Slope { get; init; }

    public double Square { get; init; }

    public double Cube { get; init; }

    /// <summary>Gets the growth over the interval, or zero if the interval is a polynomial.</summary>
    public double Factor { get; init; }

    public double Low { get; init; }

    public double High { get; init; }

    /// <summary>Gets the month in which a falling straight interval reaches zero, or null if it does not
    /// fall.</summary>
    public double? MonthOfZero => Factor == 0 && Slope < 0 ? From + (Value / -Slope) : null;

    public double ValueAt(double month)
    {
        double s = month - From;
        if (s == 0)
        {
            return Value;
        }

        double value = Factor == 0
            ? Value + (s * (Slope + (s * (Square + (s * Cube)))))
            : Value * GrowthPower.Of(Factor, s / Length);
        return value < Low ? Low : value > High ? High : value;
    }
}
