using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Projects the ARR of an installed base through a curve of expansion and the survival of accounts.</summary>
public static class CohortProjectionCalculator
{
    /// <summary>Projects an installed base month by month.</summary>
    /// <param name="curve">The ARR of an account by month since its start; its unit does not matter.</param>
    /// <param name="survival">The share of accounts that is still there by month since their start.</param>
    /// <param name="cohorts">The installed base, at least one cohort or account; those with the same start month are
    /// added up.</param>
    /// <param name="asOf">The month of the installed base.</param>
    /// <param name="months">The months to project, between 0 and 1,200.</param>
    /// <returns>The ARR of each month from <paramref name="asOf"/> on, and the NRR path that it implies.</returns>
    /// <exception cref="ArgumentException">There is no cohort, one starts after the month, curve or survival do not
    /// reach the age that a cohort will have, or a figure exceeds its range; the message names the cohort.</exception>
    /// <remarks>
    /// <para>An ARR of <c>A</c> at age <c>a</c> is <c>A × curve(a + m) / curve(a) × survival(a + m) /
    /// survival(a)</c> after <c>m</c> months. Cohorts of one start month are added exactly before that, and then in
    /// the order of months, so that the same base has the same bits however it is grouped.</para>
    /// <para>NRR is the ARR of a month over that of twelve months before. GRR limits each cohort to its ARR of twelve
    /// months before.</para>
    /// </remarks>
    /// <example><code>
    /// CohortProjection projection = CohortProjectionCalculator.Project(
    ///     ExpansionCurve.Years([1.0, 1.5, 2.2]),
    ///     CohortSurvival.AtRenewals(0.95),
    ///     [InstalledCohort.Of(new YearMonth(2027, 1), 1_000_000m)],
    ///     asOf: new YearMonth(2027, 1),
    ///     months: 24);
    /// Console.WriteLine(projection.Months[24]); // 2029-01: 1,985,500 ARR, NRR 139.3%, GRR 95.0%
    /// </code></example>
    public static CohortProjection Project(
        ExpansionCurve curve,
        CohortSurvival survival,
        ReadOnlySpan<InstalledCohort> cohorts,
        YearMonth asOf,
        int months)
    {
        Guard.Against.Null(curve);
        Guard.Against.Null(survival);
        ExpansionGuards.Months(months);
        ExpansionGuards.CalendarMonths(asOf, months, nameof(asOf));
        if (cohorts.IsEmpty)
        {
            throw new ArgumentException("cohorts had no cohort; at least one is expected.", nameof(cohorts));
        }

        var arr = new SortedDictionary<int, decimal>();
        foreach (InstalledCohort cohort in cohorts)
        {
            Guard.Against.Null(cohort, nameof(cohorts));
            Add(arr, ExpansionGuards.MonthsBetween(cohort.Start, asOf), cohort, asOf);
        }

        var paths = new CohortPaths(curve, survival, months);
        var starts = new List<InstalledCohort>(arr.Count);
        foreach ((int age, decimal sum) in arr.Reverse())
        {
            YearMonth start = asOf.PlusMonths(-age);
            starts.Add(InstalledCohort.Of(start, sum));
            paths.Add(age, sum, nameof(cohorts));
        }

        return new CohortProjection(curve, survival, starts.ToValueList(), paths.Months(asOf));
    }

    /// <inheritdoc cref="Project(ExpansionCurve, CohortSurvival, ReadOnlySpan{InstalledCohort}, YearMonth, int)"/>
    public static CohortProjection Project(
        ExpansionCurve curve,
        CohortSurvival survival,
        IEnumerable<InstalledCohort> cohorts,
        YearMonth asOf,
        int months) => Project(curve, survival, cohorts.AsItems(), asOf, months);

    /// <summary>Fills a destination with the ARR of many accounts by month.</summary>
    /// <param name="curve">The ARR of an account by month since its start.</param>
    /// <param name="survival">The share of accounts that is still there by month since their start.</param>
    /// <param name="ages">The age of each account in months, between 0 and 1,200, in any order.</param>
    /// <param name="arr">The ARR of each account now, zero or more; as many as <paramref name="ages"/>.</param>
    /// <param name="destination">The ARR of all accounts after 0, 1, 2 and more months, to the last digit that of
    /// <see cref="Project(ExpansionCurve, CohortSurvival, ReadOnlySpan{InstalledCohort}, YearMonth, int)"/>; at least
    /// one place and at most 1,201.</param>
    /// <exception cref="ArgumentException">The lengths differ, a number is outside its range, curve or survival do not
    /// reach the age that an account will have, or a figure exceeds its range; the message names the
    /// position or the age.</exception>
    public static void ArrByMonth(
        ExpansionCurve curve,
        CohortSurvival survival,
        ReadOnlySpan<int> ages,
        ReadOnlySpan<decimal> arr,
        Span<double> destination)
    {
        Guard.Against.Null(curve);
        Guard.Against.Null(survival);
        DomainGuards.RequireSameLength(ages.Length, arr.Length, nameof(arr));
        if (destination.IsEmpty || destination.Length > ExpansionGuards.MaxMonth + 1)
        {
            throw new ArgumentException(
                Invariant($"destination had {destination.Length} places; 1 to 1,201 are expected."),
                nameof(destination));
        }

        Span<decimal> sums = stackalloc decimal[CohortSums.MaxAge + 1];
        CohortSums.Write(ages, arr, sums);
        destination.Clear();
        for (int age = CohortSums.MaxAge; age >= 0; age--)
        {
            if (sums[age] != CohortSums.None)
            {
                CohortPaths.AddArr(curve, survival, age, sums[age], destination, nameof(ages));
            }
        }
    }

    private static void Add(SortedDictionary<int, decimal> arr, int age, InstalledCohort cohort, YearMonth asOf)
    {
        if (age is < 0 or > CohortSums.MaxAge)
        {
            throw DomainGuards.OutOfRange(
                "cohorts",
                Invariant($"a cohort of {cohort.Start:uuuu-MM}"),
                Invariant($"a start up to {asOf:uuuu-MM}, and at most 1,200 months before,"));
        }

        try
        {
            arr[age] = arr.GetValueOrDefault(age) + cohort.Arr;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The ARR of the cohorts of {cohort.Start:uuuu-MM}"), "cohorts", overflow);
        }
    }
}
