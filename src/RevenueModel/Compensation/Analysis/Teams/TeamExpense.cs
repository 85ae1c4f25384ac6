using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The expected pay and bookings of a team in a year, computed by
/// <see cref="TeamExpenseCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Amounts are in the common currency of the plans, estimated and not
/// rounded.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the expectation for each group of people, in the order they were given.</summary>
    public ValueList<MemberExpense> Members { get; }

    /// <summary>Gets the number of people.</summary>
    public int HeadCount { get; }

    /// <summary>Gets the sum of the base salaries.</summary>
    public double BaseSalary { get; }

    /// <summary>Gets the sum of the target variable pay.</summary>
    public double TargetVariable { get; }

    /// <summary>Gets the expected variable pay.</summary>
    public double Variable { get; }

    /// <summary>Gets the standard deviation of the variable pay, assuming independent attainments.</summary>
    /// <remarks>If attainments are positively correlated, the standard deviation is larger, up to the sum over all
    /// people.</remarks>
    public double StandardDeviation { get; }

    /// <summary>Gets the sum of the quotas, or <see langword="null"/> if no person has a quota.</summary>
    public double? Quota { get; }

    /// <summary>Gets the expected bookings, or <see langword="null"/> if no person has a quota.</summary>
    public double? Bookings { get; }

    /// <summary>Gets the number of people whose plan has a quota.</summary>
    public int PeopleWithQuota { get; }

    /// <summary>Gets the number of people who are expected to reach quota: the sum of their probabilities.</summary>
    public double PeopleReachingQuota { get; }

    /// <summary>Gets base salaries plus expected variable pay.</summary>
    public double Total => BaseSalary + Variable;

    /// <summary>Gets the share of the people with a quota who are expected to reach it, or <see langword="null"/> if
    /// nobody has a quota.</summary>
    public double? ShareReachingQuota => PeopleWithQuota > 0 ? PeopleReachingQuota / PeopleWithQuota : null;

    /// <summary>Gets expected variable pay divided by target variable pay, or <see langword="null"/> if the target is
    /// zero.</summary>
    public double? PayoutRatio => TargetVariable > 0 ? Variable / TargetVariable : null;

    /// <summary>Gets expected variable pay divided by expected bookings, or <see langword="null"/> if no bookings are
    /// expected.</summary>
    public double? VariableShareOfBookings => Bookings > 0 ? Variable / Bookings : null;

    /// <summary>Gets total expected pay divided by expected bookings, or <see langword="null"/> if no bookings are
    /// expected.</summary>
    public double? TotalShareOfBookings => Bookings > 0 ? Total / Bookings : null;

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string share = TotalShareOfBookings is { } total
            ? Invariant($", {VariableShareOfBookings * 100:0.0}% of {Bookings:#,0} booked ")
                + Invariant($"({total * 100:0.0}% with base salaries)")
            : "";
        return Invariant($"{HeadCount:#,0} {(HeadCount == 1 ? "person" : "people")}: {Variable:#,0} variable pay ")
            + Invariant($"expected, standard deviation {StandardDeviation:#,0}{share}");
    }
}
