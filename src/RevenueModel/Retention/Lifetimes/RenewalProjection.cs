using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>The projected survival of a cohort after contract periods.</summary>
/// <param name="Periods">The number of contract periods since the start, zero or more.</param>
/// <param name="Survival">The share of customers that is still there, between 0 and 1.</param>
/// <param name="StandardError">The standard error of the survival as a fraction, by the delta method, or
/// <see langword="null"/> without standard errors of the parameters.</param>
/// <param name="Interval">The confidence interval of the survival, or <see langword="null"/> without a standard
/// error and where the survival is 0 or 1.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RenewalProjection(
    int Periods, double Survival, double? StandardError, ConfidenceInterval? Interval)
{
    /// <summary>Returns the period, the survival and its interval.</summary>
    public override string ToString() => Invariant($"period {Periods}: {Survival:0.0000}{Range()}");

    private string Range() => Interval is { } interval ? Invariant($" ({interval})") : "";
}
