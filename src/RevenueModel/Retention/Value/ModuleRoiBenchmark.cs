using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The published return of modules for customers (ROI).</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>. Figures are carried as published.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ModuleRoiBenchmark
{
    private const decimal MonthsPerYear = 12m;

    private ModuleRoiBenchmark(
        Band<decimal> paybackMonths,
        Band<decimal> downtimeReduction,
        Band<decimal> yieldImprovement,
        Band<decimal> moduleArr,
        Citation? citation)
    {
        PaybackMonths = paybackMonths;
        DowntimeReduction = downtimeReduction;
        YieldImprovement = yieldImprovement;
        ModuleArr = moduleArr;
        Citation = citation;
    }

    /// <summary>Gets the months until a module has paid for itself.</summary>
    public Band<decimal> PaybackMonths { get; }

    /// <summary>Gets the share of unplanned downtime that is avoided, as a band of fractions.</summary>
    public Band<decimal> DowntimeReduction { get; }

    /// <summary>Gets the improvement of yield, as a band of fractions.</summary>
    public Band<decimal> YieldImprovement { get; }

    /// <summary>Gets the ARR of the modules of a customer.</summary>
    public Band<decimal> ModuleArr { get; }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; }

    /// <summary>Gets the value for the customer in a year that payback and module ARR imply, <c>module ARR × 12 /
    /// payback</c>: from the lowest ARR and the longest payback to the highest ARR and the shortest payback.</summary>
    public Band<decimal> ImpliedAnnualValue => Imply(PaybackMonths, ModuleArr);

    /// <summary>Creates a benchmark.</summary>
    /// <param name="paybackMonths">The months until a module has paid for itself, a band with two ends above
    /// zero.</param>
    /// <param name="downtimeReduction">The share of unplanned downtime that is avoided, a band of fractions.</param>
    /// <param name="yieldImprovement">The improvement of yield, a band of fractions.</param>
    /// <param name="moduleArr">The ARR of the modules, a band with two ends of zero or more.</param>
    /// <param name="citation">The document and section. Default: none.</param>
    /// <returns>The benchmark.</returns>
    /// <exception cref="ArgumentException">A band is outside its range, or a result exceeds the range of a
    /// decimal.</exception>
    public static ModuleRoiBenchmark Of(
        Band<decimal> paybackMonths,
        Band<decimal> downtimeReduction,
        Band<decimal> yieldImprovement,
        Band<decimal> moduleArr,
        Citation? citation = null)
    {
        ValueFigures.RequireClosedAmounts(paybackMonths, nameof(paybackMonths));
        Guard.Against.NotPositive(paybackMonths.Min, nameof(paybackMonths));
        Guard.Against.NotFractionBand(downtimeReduction);
        Guard.Against.NotFractionBand(yieldImprovement);
        ValueFigures.RequireClosedAmounts(moduleArr, nameof(moduleArr));
        try
        {
            _ = Imply(paybackMonths, moduleArr);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The implied value", nameof(moduleArr), overflow);
        }

        return new ModuleRoiBenchmark(paybackMonths, downtimeReduction, yieldImprovement, moduleArr, citation);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"payback {PaybackMonths} months, ")
        + Invariant($"downtime {DowntimeReduction:0.##%} less, yield {YieldImprovement:0.##%} more, ")
        + Invariant($"{ModuleArr} module ARR");

    private static Band<decimal> Imply(Band<decimal> months, Band<decimal> arr) => Band.Between(
        arr.Min * MonthsPerYear / months.Max.GetValueOrDefault(),
        arr.Max.GetValueOrDefault() * MonthsPerYear / months.Min);
}
