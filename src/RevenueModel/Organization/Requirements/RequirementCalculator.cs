using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>Compares the roles that a company has with those that it needs: what is missing, when growth makes it due,
/// what it costs, and when it pays back.</summary>
public static class RequirementCalculator
{
    // A threshold that growth reaches within this share of a day counts as reached on that day.
    private const double Tie = 1e-9;

    private const double DaysPerYear = 365.25;
    private const int MonthsPerQuarter = 3;

    /// <summary>Compares a company with requirements.</summary>
    /// <param name="requirements">The requirements.</param>
    /// <param name="company">The company.</param>
    /// <returns>The status of each requirement, in the same order.</returns>
    /// <exception cref="ArgumentException">A requirement is null, or a cost exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// A requirement with a threshold is due on the first day on which <c>ARR × (1 + growth)^(days / 365.25)</c>
    /// reaches it, and one without a threshold is due now. A role is missing if nobody has it.
    /// </remarks>
    /// <example><code>
    /// var overlay = new RoleRequirement { Name = "AI overlay", Roles = ["AI Specialist"], FromArr = 40_000_000m };
    /// var company = new CompanyState { AsOf = new(2027, 1, 1), Arr = 30_000_000m, ArrGrowth = 0.3m };
    /// Console.WriteLine($"{RequirementCalculator.Compare([overlay], company)[0].DueOn:R}"); // 2028-02-06
    /// </code></example>
    public static ValueList<RequirementStatus> Compare(
        ReadOnlySpan<RoleRequirement> requirements, CompanyState company)
    {
        Guard.Against.Null(company);
        var statuses = new RequirementStatus[requirements.Length];
        for (int i = 0; i < statuses.Length; i++)
        {
            statuses[i] = StatusOf(Guard.Against.Null(requirements[i], nameof(requirements)), company);
        }

        return ValueList.Own(statuses);
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{RoleRequirement}, CompanyState)"/>
    public static ValueList<RequirementStatus> Compare(
        IEnumerable<RoleRequirement> requirements, CompanyState company) => Compare(requirements.AsItems(), company);

    private static RequirementStatus StatusOf(RoleRequirement requirement, CompanyState company)
    {
        LocalDate? due = DueOn(requirement, company);
        var missing = new List<string>();
        var perPerson = new List<Keyed<string, decimal?>>();
        decimal? cost = 0m;
        int deals = DealsOf(requirement, company);
        foreach (string role in requirement.Roles)
        {
            RoleHeadcount? heads = NameLookup.Find(company.Heads.AsSpan(), role, static head => head.Role);
            if (heads is null or { Heads: 0 })
            {
                missing.Add(role);
                cost = heads?.CostPerYear is { } own && cost is { } sum
                    ? DomainGuards.Total(sum, own, nameof(company))
                    : null;
            }

            if (!requirement.Segments.IsEmpty)
            {
                perPerson.Add(new Keyed<string, decimal?>(
                    role, heads is { Heads: > 0 } ? (decimal)deals / heads.Heads : null));
            }
        }

        Band<decimal>? payback = missing.Count > 0 && due is not null ? requirement.PaybackQuarters : null;
        return new RequirementStatus
        {
            Requirement = requirement,
            DueOn = due,
            IsDue = due == company.AsOf,
            MissingRoles = missing,
            DealsPerPerson = perPerson,
            CostPerYear = cost,
            PaidBackFrom = AfterQuarters(due, payback?.Min),
            PaidBackBy = AfterQuarters(due, payback?.Max),
        };
    }

    private static LocalDate? DueOn(RoleRequirement requirement, CompanyState company)
    {
        if (requirement.FromArr is not { } threshold || company.Arr >= threshold)
        {
            return company.AsOf;
        }

        if (company.Arr == 0m || company.ArrGrowth <= 0m)
        {
            return null;
        }

        double years = StandardNormal.Log((double)(threshold / company.Arr))
            / StandardNormal.Log((double)(1m + company.ArrGrowth));
        double days = Math.Ceiling((years * DaysPerYear) - Tie);
        return days <= Period.DaysBetween(company.AsOf, LocalDate.MaxIsoValue)
            ? company.AsOf.PlusDays((int)days)
            : null;
    }

    private static int DealsOf(RoleRequirement requirement, CompanyState company)
    {
        int deals = 0;
        foreach ((string segment, int count) in company.Deals)
        {
            foreach (string own in requirement.Segments)
            {
                deals += NameLookup.Same(segment, own) ? count : 0;
            }
        }

        return deals;
    }

    // Whole months, rounded up.
    private static LocalDate? AfterQuarters(LocalDate? day, decimal? quarters) =>
        day is { } start && quarters is { } count
            ? start.PlusMonths((int)decimal.Ceiling(count * MonthsPerQuarter))
            : null;
}
