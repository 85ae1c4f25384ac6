using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures of a residual for an expansion, or for a month of active ARR.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ResidualDetail : LineDetail
{
    /// <summary>Gets the rate, between 0 and 1.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Gets the amount to which the rate applies.</summary>
    public required decimal Of { get; init; }

    /// <summary>Gets the number of the month, counted from 1, of a residual on active ARR; 0 for a residual on an
    /// expansion.</summary>
    public int Month { get; init; }

    /// <summary>Gets the days within which expansions are paid, or <see langword="null"/> if the first of them is not
    /// known for the account.</summary>
    public DateSpan? Period { get; init; }

    /// <summary>Gets whether the expansion is within the period; true for a month of active ARR.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Returns a readable description of the figures: the explanation of the line.</summary>
    public override string ToString()
    {
        if (Month > 0)
        {
            return Invariant($"{Rate * 100m:0.##}% of {Of:#,0.00} monthly recurring revenue, month {Month}");
        }

        string expansion = Invariant($"{Rate * 100m:0.##}% of {Of:#,0.00} expansion ARR");
        if (IsPaid)
        {
            return expansion;
        }

        return "not " + expansion + (Period is { } period
            ? $", as it is outside {period}"
            : ", as the day from which the months count is not known for the account");
    }
}
