
namespace RevenueModel.Compensation.Analysis;

/// <summary>What people under the same plan are expected to be paid and to book in a year; made by
/// <see cref="TeamExpenseCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Amounts are in the currency of the plan, estimated and not rounded.</remarks>
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

    /// <summary>The people.</summary>
    public TeamMember Member { get; }

    /// <summary>The expected variable pay of one person.</summary>
    public double VariablePerPerson { get; }

    /// <summary>The standard deviation of the variable pay of one person.</summary>
    public double StandardDeviationPerPerson { get; }

    /// <summary>Gets the expected bookings of one person, <c>mean attainment × quota</c>, or <see langword="null"/>
    /// if the plan has no quota.</summary>
    public double? BookingsPerPerson { get; }

    /// <summary>Gets the probability that one person reaches 100% of quota, or <see langword="null"/> if the plan has
    /// no quota.</summary>
    public double? ProbabilityOfQuota { get; }

    /// <summary>Expected over target variable pay of one person, or <see langword="null"/> where the target is
    /// zero.</summary>
    public double? PayoutRatio =>
        Member.Plan.TargetVariable > 0m ? VariablePerPerson / (double)Member.Plan.TargetVariable : null;

    /// <summary>The base salaries of all.</summary>
    public double BaseSalary => Member.HeadCount * (double)Member.Plan.BaseSalary;

    /// <summary>The variable pay at target of all.</summary>
    public double TargetVariable => Member.HeadCount * (double)Member.Plan.TargetVariable;

    /// <summary>Gets the quotas of all, or <see langword="null"/> if the plan has no quota.</summary>
    public double? Quota => Member.HeadCount * (double?)Member.Plan.Quota;

    /// <summary>The expected variable pay of all.</summary>
    public double Variable => Member.HeadCount * VariablePerPerson;

    /// <summary>Gets the expected bookings of all, or <see langword="null"/> if the plan has no quota.</summary>
    public double? Bookings => Member.HeadCount * BookingsPerPerson;

    /// <summary>The standard deviation of the variable pay of all, each attaining independently of the others.</summary>
    public double StandardDeviation => Math.Sqrt(Member.HeadCount) * StandardDeviationPerPerson;

    /// <summary>Base salaries and expected variable pay of all.</summary>
    public double Total => BaseSalary + Variable;

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string booked = BookingsPerPerson is { } bookings
            ? Invariant($", for {bookings:#,0} booked; {ProbabilityOfQuota * 100:0.#}% reach quota")
            : "";
        return Invariant(
            $"{Member.HeadCount:#,0} x {Member.Plan.Role}: {VariablePerPerson:#,0} variable pay expected of each, standard deviation {StandardDeviationPerPerson:#,0}{booked}");
    }
}
