using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The expected pay and bookings in a year of people under the same plan, computed by
/// <see cref="TeamExpenseCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Amounts are in the currency of the plan, estimated and not rounded.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MemberExpense
{
    internal MemberExpense(
        TeamMember member,
        double variable,
        double standardDeviation,
        double? bookings,
        double? probabilityOfQuota)
    {
        Member = member;
        VariablePerPerson = variable;
        StandardDeviationPerPerson = standardDeviation;
        BookingsPerPerson = bookings;
        ProbabilityOfQuota = probabilityOfQuota;
    }

    /// <summary>Gets the people.</summary>
    public TeamMember Member { get; }

    /// <summary>Gets the expected variable pay of one person.</summary>
    public double VariablePerPerson { get; }

    /// <summary>Gets the standard deviation of the variable pay of one person.</summary>
    public double StandardDeviationPerPerson { get; }

    /// <summary>Gets the expected bookings of one person, <c>mean attainment × quota</c>, or <see langword="null"/>
    /// if the plan has no quota.</summary>
    public double? BookingsPerPerson { get; }

    /// <summary>Gets the probability that one person reaches 100% of quota, or <see langword="null"/> if the plan has
    /// no quota.</summary>
    public double? ProbabilityOfQuota { get; }

    /// <summary>Gets expected variable pay divided by target variable pay of one person, or <see langword="null"/> if
    /// the target is zero.</summary>
    public double? PayoutRatio =>
        Member.Plan.TargetVariable is > 0m and var target ? VariablePerPerson / (double)target : null;

    /// <summary>Gets the sum of the base salaries of all people.</summary>
    public double BaseSalary => Member.HeadCount * (double)Member.Plan.BaseSalary.GetValueOrDefault();

    /// <summary>Gets the sum of the target variable pay of all people.</summary>
    public double TargetVariable => Member.HeadCount * (double)Member.Plan.TargetVariable.GetValueOrDefault();

    /// <summary>Gets the sum of the quotas of all people, or <see langword="null"/> if the plan has no
    /// quota.</summary>
    public double? Quota => Member.HeadCount * (double?)Member.Plan.Quota;

    /// <summary>Gets the expected variable pay of all people.</summary>
    public double Variable => Member.HeadCount * VariablePerPerson;

    /// <summary>Gets the expected bookings of all people, or <see langword="null"/> if the plan has no
    /// quota.</summary>
    public double? Bookings => Member.HeadCount * BookingsPerPerson;

    /// <summary>Gets the standard deviation of the variable pay of all people, assuming independent
    /// attainments.</summary>
    public double StandardDeviation => Math.Sqrt(Member.HeadCount) * StandardDeviationPerPerson;

    /// <summary>Gets base salaries plus expected variable pay of all people.</summary>
    public double Total => BaseSalary + Variable;

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string booked = BookingsPerPerson is { } bookings
            ? Invariant($", for {bookings:#,0} booked; {ProbabilityOfQuota * 100:0.#}% reach quota")
            : "";
        return Invariant(
            $"{Member.HeadCount:#,0} x {Member.Plan.Role}: {VariablePerPerson:#,0} variable pay expected of each, ")
            + Invariant($"standard deviation {StandardDeviationPerPerson:#,0}{booked}");
    }
}
