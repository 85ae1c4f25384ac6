using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The projected ARR of an installed base by month, and the NRR path that it implies. Created by
/// <see cref="CohortProjectionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The base is closed: accounts that start later are not in it. Figures are
/// estimates, equal to the last bit on every machine.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CohortProjection
{
    internal CohortProjection(
        ExpansionCurve curve,
        CohortSurvival survival,
        ValueList<InstalledCohort> cohorts,
        ValueList<ProjectedMonth> months)
    {
        Curve = curve;
        Survival = survival;
        Cohorts = cohorts;
        Months = months;
    }

    /// <summary>Gets the curve of ARR by age of an account.</summary>
    public ExpansionCurve Curve { get; }

    /// <summary>Gets the share of accounts that is still there by age.</summary>
    public CohortSurvival Survival { get; }

    /// <summary>Gets the installed base by start month, one line for each month, in order.</summary>
    public ValueList<InstalledCohort> Cohorts { get; }

    /// <summary>Gets the months from the month of the installed base on.</summary>
    public ValueList<ProjectedMonth> Months { get; }

    /// <summary>Gets the month of the installed base.</summary>
    public YearMonth AsOf => Months[0].Month;

    /// <summary>Finds a projected month.</summary>
    /// <param name="month">The month.</param>
    /// <returns>The projection, or <see langword="null"/> if it is outside the months.</returns>
    public ProjectedMonth? FindMonth(YearMonth month)
    {
        int index = ExpansionGuards.MonthsBetween(AsOf, month);
        return index >= 0 && index < Months.Count ? Months[index] : null;
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{AsOf:uuuu-MM}: {Months[0].Arr:#,0} ARR; {Months[^1]}");
}
