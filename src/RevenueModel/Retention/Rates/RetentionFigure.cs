using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>NRR and GRR of a window by one method.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionFigure
{
    internal RetentionFigure(
        RetentionMethod method, YearMonth from, YearMonth through, decimal? nrr, decimal? grr)
    {
        Method = method;
        From = from;
        Through = through;
        Nrr = nrr;
        Grr = grr;
    }

    /// <summary>Gets the method.</summary>
    public RetentionMethod Method { get; }

    /// <summary>Gets the month at whose end the window starts.</summary>
    public YearMonth From { get; }

    /// <summary>Gets the month at whose end the window ends.</summary>
    public YearMonth Through { get; }

    /// <summary>Gets net revenue retention as a ratio, or <see langword="null"/> if it is undefined.</summary>
    public decimal? Nrr { get; }

    /// <summary>Gets gross revenue retention as a ratio, or <see langword="null"/> if it is undefined.</summary>
    public decimal? Grr { get; }

    /// <summary>Returns the method and the rates.</summary>
    public override string ToString() => Nrr is null
        ? Invariant($"{Method}: undefined")
        : Invariant($"{Method}: NRR {Nrr:0.0%}, GRR {Grr:0.0%}");
}

/// <summary>The method by which NRR and GRR are measured.</summary>
public enum RetentionMethod
{
    /// <summary>The accounts at the start of the window, and what they pay at its end; GRR by <c>min(start, end)</c>
    /// for each account. The definition of most disclosed figures. The default.</summary>
    ClosedCohort = 0,

    /// <summary>The movements of the bridge over the window, without reactivation. Expansion, contraction and churn of
    /// accounts that are new in the window count too.</summary>
    PeriodBridge = 1,

    /// <summary>The movements of the bridge over the window, with reactivation.</summary>
    PeriodBridgeWithReactivation = 2,

    /// <summary>The product of the rates of each month, without reactivation.</summary>
    CompoundedMonths = 3,

    /// <summary>The product of the rates of each month, with reactivation.</summary>
    CompoundedMonthsWithReactivation = 4,
}
