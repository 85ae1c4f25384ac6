using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The share of accounts that is still there by month since their start.</summary>
/// <remarks>Immutable; equal by value. Created by the static methods, from an assumed retention or from shares
/// measured by month. Month 0 has a share of 1.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CohortSurvival
{
    private CohortSurvival(double retention, int termMonths, ValueList<double> shares)
    {
        Retention = retention;
        TermMonths = termMonths;
        MonthlyShares = shares;
    }

    /// <summary>Gets the survival of accounts that never leave.</summary>
    public static CohortSurvival Full { get; } = new(1, 0, []);

    /// <summary>Gets the last month with a share, or <see langword="null"/> if it has no end.</summary>
    public int? LastMonth => MonthlyShares.IsEmpty ? null : MonthlyShares.Count;

    /// <summary>Gets the share of accounts that each year or term retains; 1 if shares are given by month.</summary>
    internal double Retention { get; }

    /// <summary>Gets the months of a term after which accounts renew or leave; zero if they leave at any
    /// time.</summary>
    internal int TermMonths { get; }

    /// <summary>Gets the shares from month 1 on; empty if a retention is given.</summary>
    internal ValueList<double> MonthlyShares { get; }

    /// <summary>Creates a survival with the same retention each year, where accounts leave at any time:
    /// <c>retention^(month / 12)</c>.</summary>
    /// <param name="retention">The share of accounts that a year retains, above 0 and at most 1: 0.96.</param>
    /// <returns>The survival.</returns>
    /// <exception cref="ArgumentException">The share is outside its range.</exception>
    public static CohortSurvival Yearly(double retention) => new(RequireRetention(retention), 0, []);

    /// <summary>Creates a survival where accounts leave at renewals only:
    /// <c>retention^⌊month / term⌋</c>.</summary>
    /// <param name="retention">The share of accounts that a renewal retains, above 0 and at most 1: 0.95.</param>
    /// <param name="termMonths">The months from one renewal to the next, between 1 and 1,200. Default: 12.</param>
    /// <returns>The survival.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public static CohortSurvival AtRenewals(double retention, int termMonths = 12) => new(
        RequireRetention(retention), Ardalis.GuardClauses.Guard.Against.NotMonths(termMonths), []);

    /// <summary>Creates a survival from shares by month, such as those of a cohort table or a survival
    /// estimate.</summary>
    /// <param name="shares">The shares of accounts that are still there from month 1 on, each above 0 and at most the
    /// one before; at least one and at most 1,200.</param>
    /// <returns>The survival, which ends with the last share.</returns>
    /// <exception cref="ArgumentException">There is no share or too many, or one is outside its range.</exception>
    public static CohortSurvival Monthly(params ReadOnlySpan<double> shares)
    {
        if (shares.IsEmpty || shares.Length > ExpansionGuards.MaxMonth)
        {
            throw new ArgumentException(
                Invariant($"shares had {shares.Length} months; 1 to 1,200 are expected."), nameof(shares));
        }

        double before = 1;
        for (int i = 0; i < shares.Length; i++)
        {
            if (!(shares[i] > 0 && shares[i] <= before))
            {
                throw DomainGuards.OutOfRange(
                    nameof(shares),
                    Invariant($"{shares[i]} in month {i + 1}"),
                    Invariant($"a share above 0 and at most {before}, that of the month before,"));
            }

            before = shares[i];
        }

        return new CohortSurvival(1, 0, ValueList.Create(shares));
    }

    /// <inheritdoc cref="Monthly(ReadOnlySpan{double})"/>
    public static CohortSurvival Monthly(IEnumerable<double> shares) => Monthly(shares.AsItems());

    /// <summary>Returns the share of accounts that is still there.</summary>
    /// <param name="month">The months since the start, between 0 and 1,200; within the survival.</param>
    /// <returns>The share, between 0 and 1.</returns>
    /// <exception cref="ArgumentException">The survival has no share in the month.</exception>
    public double Share(int month) => ShareAt(month, nameof(month));

    /// <summary>Returns the share of accounts that is still there in a month of a parameter of the caller.</summary>
    internal double ShareAt(int month, string name)
    {
        ExpansionGuards.Months(month, name);
        if (month > LastMonth)
        {
            throw DomainGuards.OutOfRange(
                name, month, Invariant($"a month of the survival, 0 to {LastMonth},"));
        }

        if (month == 0 || (Retention == 1 && MonthlyShares.IsEmpty))
        {
            return 1;
        }

        return MonthlyShares.IsEmpty
            ? GrowthPower.Of(Retention, TermMonths == 0 ? month / 12.0 : month / TermMonths)
            : MonthlyShares[month - 1];
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        if (!MonthlyShares.IsEmpty)
        {
            string months = Plural.Of(MonthlyShares.Count, "month");
            return Invariant($"{MonthlyShares[^1] * 100:0.##}% survive {months}");
        }

        return TermMonths == 0
            ? Invariant($"{Retention * 100:0.##}% survive a year")
            : Invariant($"{Retention * 100:0.##}% survive a renewal each {Plural.Of(TermMonths, "month")}");
    }

    private static double RequireRetention(double retention) => retention is > 0 and <= 1
        ? retention
        : throw DomainGuards.OutOfRange(nameof(retention), retention, "a share above 0 and up to 1");
}
