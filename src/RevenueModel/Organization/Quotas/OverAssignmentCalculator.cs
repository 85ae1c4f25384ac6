using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Compares the quotas that people carry with the plan, by segment and in total.</summary>
/// <remarks>Quotas that together exceed the plan are a buffer: the plan is reached although some people miss. A large
/// buffer in one segment can hide a gap in another, which the total does not show.</remarks>
public static class OverAssignmentCalculator
{
    /// <summary>Compares quotas of people with the plan of each segment.</summary>
    /// <param name="plans">The plan of each segment, zero or more, each segment once.</param>
    /// <param name="quotas">The quotas, each person once.</param>
    /// <returns>The over-assignment of each segment and in total.</returns>
    /// <exception cref="ArgumentException">A plan is negative, a segment or a person is repeated, a quota is null, or
    /// the sums exceed the range of a decimal.</exception>
    /// <example><code>
    /// RepQuota[] quotas =
    /// [
    ///     new() { Name = "Ada", Segment = "SMB", Quota = 700_000m },
    ///     new() { Name = "Ben", Segment = "SMB", Quota = 500_000m },
    /// ];
    /// var summary = OverAssignmentCalculator.Measure([new("SMB", 1_000_000m)], quotas);
    /// Console.WriteLine(summary.Total); // 1,200,000 assigned for 1,000,000 (+20.0%)
    /// </code></example>
    public static OverAssignmentSummary Measure(
        ReadOnlySpan<Keyed<string, decimal>> plans, ReadOnlySpan<RepQuota> quotas)
    {
        var segments = new KeyedGroups<string?, OverAssignment>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string segment, decimal plan) in plans)
        {
            RequireOnce(names, segment, nameof(plans));
            segments[segment] = new OverAssignment
            {
                Plan = Guard.Against.BelowZero(plan, nameof(plans)), Assigned = 0m, Heads = 0,
            };
        }

        names.Clear();
        foreach (RepQuota quota in quotas)
        {
            RequireOnce(names, Guard.Against.Null(quota, nameof(quotas)).Name, nameof(quotas));
            ref OverAssignment? segment = ref segments[quota.Segment];
            OverAssignment prior = segment ?? new OverAssignment { Plan = 0m, Assigned = 0m, Heads = 0 };
            segment = prior with
            {
                Assigned = DomainGuards.Total(prior.Assigned, quota.Quota, nameof(quotas)), Heads = prior.Heads + 1,
            };
        }

        return Summary(segments, nameof(plans));
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Keyed{string, decimal}}, ReadOnlySpan{RepQuota})"/>
    public static OverAssignmentSummary Measure(
        IEnumerable<Keyed<string, decimal>> plans, IEnumerable<RepQuota> quotas) =>
        Measure(plans.AsItems(), quotas.AsItems());

    /// <summary>Compares the quotas of assignments with what their heads have to bring, by segment.</summary>
    /// <param name="assignments">The assignment of each segment, each segment once.</param>
    /// <returns>The over-assignment of each segment, which is its buffer, and in total.</returns>
    /// <exception cref="ArgumentException">An assignment is null, a segment is repeated, or the sums exceed the range
    /// of a decimal or of a whole number of 32 bits.</exception>
    public static OverAssignmentSummary OfAssignments(ReadOnlySpan<Keyed<string, QuotaAssignment>> assignments)
    {
        var segments = new KeyedGroups<string?, OverAssignment>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string segment, QuotaAssignment assignment) in assignments)
        {
            RequireOnce(names, segment, nameof(assignments));
            Guard.Against.Null(assignment, nameof(assignments));
            try
            {
                segments[segment] = new OverAssignment
                {
                    Plan = assignment.SalesTarget, Assigned = assignment.AssignedQuota, Heads = assignment.Heads,
                };
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The quota of \"{segment}\""), nameof(assignments), overflow);
            }
        }

        return Summary(segments, nameof(assignments));
    }

    /// <inheritdoc cref="OfAssignments(ReadOnlySpan{Keyed{string, QuotaAssignment}})"/>
    public static OverAssignmentSummary OfAssignments(IEnumerable<Keyed<string, QuotaAssignment>> assignments) =>
        OfAssignments(assignments.AsItems());

    private static OverAssignmentSummary Summary(KeyedGroups<string?, OverAssignment> segments, string name)
    {
        ValueList<Keyed<string?, OverAssignment>> lines =
            segments.InOrder(static segment => segment, StringComparer.Ordinal);
        decimal plan = 0m;
        decimal assigned = 0m;
        long heads = 0;
        foreach ((_, OverAssignment segment) in lines)
        {
            plan = DomainGuards.Total(plan, segment.Plan, name);
            assigned = DomainGuards.Total(assigned, segment.Assigned, name);
            heads += segment.Heads;
        }

        return new OverAssignmentSummary
        {
            Segments = lines,
            Total = new OverAssignment
            {
                Plan = plan,
                Assigned = assigned,
                Heads = heads <= int.MaxValue
                    ? (int)heads
                    : throw DomainGuards.OutOfRange(
                        name, Invariant($"of {heads:#,0} heads"), "a number up to 2,147,483,647"),
            },
        };
    }

    private static void RequireOnce(HashSet<string> names, string name, string parameter)
    {
        if (!names.Add(Guard.Against.Blank(name, parameter)))
        {
            throw new ArgumentException(
                Invariant($"{parameter} had \"{name}\" twice; each name once is expected."), parameter);
        }
    }
}
