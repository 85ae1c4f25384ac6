using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>What a team is expected to be paid and to book in a year; made by <see cref="TeamExpenseCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Amounts are in the one currency of the plans, estimated and not rounded.</remarks>
public sealed record TeamExpense
{
    internal TeamExpense(ValueList<MemberExpense> members)
    {
        Members = members;
        double variance = 0;
        foreach (MemberExpense member in members)
        {
            HeadCount = checked(HeadCount + member.Member.HeadCount);
            BaseSalary += member.BaseSalary;
            TargetVariable += member.TargetVariable;
            Variable += member.Variable;
            if (member.ProbabilityOfQuota is { } probability)
            {
                Quota = (Quota ?? 0) + member.Quota;
                Bookings = (Bookings ?? 0) + member.Bookings;
                PeopleWithQuota += member.Member.HeadCount;
                PeopleReachingQuota += member.Member.HeadCount * probability;
            }

            variance += member.StandardDeviation * member.StandardDeviation;
        }

        StandardDeviation = Math.Sqrt(variance);
    }

    /// <summary>The expectation for each group of people, in the order they were given.</summary>
    public ValueList<MemberExpense> Members { get; }

    /// <summary>How many people they are.</summary>
    public int HeadCount { get; }

    /// <summary>The base salaries.</summary>
    public double BaseSalary { get; }

    /// <summary>The variable pay at target.</summary>
    public double TargetVariable { get; }

    /// <summary>The expected variable pay.</summary>
    public double Variable { get; }

    /// <summary>The standard deviation of the variable pay, each person attaining independently of the others.</summary>
    /// <remarks>A good or a bad year for all makes it larger, up to the sum of those of the people.</remarks>
    public double StandardDeviation { get; }

    /// <summary>Gets the sum of the quotas, or <see langword="null"/> if nobody has a quota.</summary>
    public double? Quota { get; }

    /// <summary>Gets the expected bookings, or <see langword="null"/> if nobody has a quota.</summary>
    public double? Bookings { get; }

    /// <summary>Gets the number of people whose plan has a quota.</summary>
    public int PeopleWithQuota { get; }

    /// <summary>Gets the number of people who are expected to reach quota: the sum of their probabilities.</summary>
    public double PeopleReachingQuota { get; }

    /// <summary>Base salaries and expected variable pay.</summary>
    public double Total => BaseSalary + Variable;

    /// <summary>Gets the share of the people with a quota who are expected to reach it, or <see langword="null"/> if
    /// nobody has a quota.</summary>
    public double? ShareReachingQuota => PeopleWithQuota > 0 ? PeopleReachingQuota / PeopleWithQuota : null;

    /// <summary>Expected over target variable pay, or <see langword="null"/> where the target is zero.</summary>
    public double? PayoutRatio => TargetVariable > 0 ? Variable / TargetVariable : null;

    /// <summary>Expected variable pay over expected bookings, or <see langword="null"/> where nothing is booked.</summary>
    public double? VariableShareOfBookings => Bookings > 0 ? Variable / Bookings : null;

    /// <summary>Base salaries and expected variable pay over expected bookings, or <see langword="null"/> where nothing is
    /// booked.</summary>
    public double? TotalShareOfBookings => Bookings > 0 ? Total / Bookings : null;

    /// <summary>The expectation in words.</summary>
    public override string ToString()
    {
        string share = TotalShareOfBookings is { } total
            ? Invariant($", {VariableShareOfBookings * 100:0.0}% of {Bookings:#,0} booked ({total * 100:0.0}% with base salaries)")
            : "";
        return Invariant($"{HeadCount:#,0} {(HeadCount == 1 ? "person" : "people")}: {Variable:#,0} variable pay expected, standard deviation {StandardDeviation:#,0}{share}");
    }
}
