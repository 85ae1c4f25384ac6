using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The cohorts of a base by start period. Later cohorts have reached fewer ages, so that the table is a
/// triangle.</summary>
/// <remarks>
/// Immutable; equal by value. The cohort of an account is that of its first revenue in its whole history. It does not
/// depend on the first month of the report, and an account that returns stays in its cohort.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CohortTriangle
{
    internal CohortTriangle(string? group, ValueList<Cohort> cohorts)
    {
        Group = group;
        Cohorts = cohorts;
    }

    /// <summary>Gets the segment, product or site, or <see langword="null"/> for accounts without one, and for a
    /// triangle that is not grouped.</summary>
    public string? Group { get; }

    /// <summary>Gets the cohorts in the order of their start, also empty ones.</summary>
    public ValueList<Cohort> Cohorts { get; }

    /// <summary>Returns the retention of all cohorts that have reached an age, weighted by their revenue.</summary>
    /// <param name="age">The age in periods, zero or more.</param>
    /// <returns><c>Σ revenue at the age / Σ revenue at the start</c> over those cohorts, or <see langword="null"/>
    /// if none has reached the age.</returns>
    public decimal? AmountRetention(int age)
    {
        decimal start = 0m;
        decimal end = 0m;
        foreach (Cohort cohort in Cohorts)
        {
            if ((uint)age < (uint)cohort.AgeCount)
            {
                start += cohort.Amounts[0];
                end += cohort.Amounts[age];
            }
        }

        return RetentionRatio.Of(end, start);
    }

    /// <summary>Returns the logo retention of all cohorts that have reached an age, weighted by their accounts.
    /// </summary>
    /// <param name="age">The age in periods, zero or more.</param>
    /// <returns><c>Σ accounts with revenue / Σ accounts that started</c> over those cohorts, or
    /// <see langword="null"/> if none has reached the age.</returns>
    public decimal? LogoRetention(int age)
    {
        long start = 0;
        long end = 0;
        foreach (Cohort cohort in Cohorts)
        {
            if ((uint)age < (uint)cohort.AgeCount)
            {
                start += cohort.StartedCount;
                end += cohort.Logos[age];
            }
        }

        return RetentionRatio.Of(end, start);
    }

    /// <summary>Returns the sum of two triangles of the same periods whose accounts are different.</summary>
    /// <param name="other">The other triangle.</param>
    /// <returns>The sum; it has the group of both, or none if they differ.</returns>
    /// <exception cref="ArgumentException">The periods differ, or a sum exceeds the range of a decimal.</exception>
    public CohortTriangle Add(CohortTriangle other)
    {
        Guard.Against.Null(other);
        if (other.Cohorts.Count != Cohorts.Count)
        {
            throw new ArgumentException(
                Invariant($"other had {Plural.Of(other.Cohorts.Count, "cohort")}; {Cohorts.Count} are expected."),
                nameof(other));
        }

        var cohorts = new Cohort[Cohorts.Count];
        for (int i = 0; i < cohorts.Length; i++)
        {
            try
            {
                cohorts[i] = Cohorts[i].Add(other.Cohorts[i], nameof(other));
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The sum of the cohorts {Cohorts[i].Start}"), nameof(other), overflow);
            }
        }

        return new CohortTriangle(Group == other.Group ? Group : null, ValueList.Own(cohorts));
    }

    /// <summary>Returns the number of cohorts and their first and last start.</summary>
    public override string ToString() => (Group is null ? "" : Group + ": ")
        + (Cohorts.IsEmpty
            ? "no cohorts"
            : Plural.Of(Cohorts.Count, "cohort")
                + Invariant($", {Cohorts[0].Start} to {Cohorts[Cohorts.Count - 1].Start}"));
}
