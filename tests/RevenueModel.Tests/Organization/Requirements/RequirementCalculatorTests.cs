using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Requirements;

public class RequirementCalculatorTests
{
    private static readonly LocalDate Today = new(2027, 1, 1);

    private static readonly RoleRequirement Overlay = new()
    {
        Name = "AI overlay",
        Roles = ["AI Specialist"],
        FromArr = 40_000_000m,
        PaybackQuarters = Band.Between(2m, 3m),
    };

    private static readonly RoleRequirement Consultants = new()
    {
        Name = "Consultants", Roles = ["IT Consultant", "OT Consultant"], Segments = ["Mid-Market", "Enterprise"],
    };

    // Growth by day, counted until the threshold is reached.
    [Property(MaxTest = 100)]
    public bool TheDueDayIsTheFirstAtTheThreshold(PositiveInt size, PositiveInt percent)
    {
        decimal arr = 1_000_000m + (size.Get % 39 * 1_000_000m);
        decimal growth = (1 + (percent.Get % 200)) / 100m;
        RequirementStatus status = Status(Overlay, new CompanyState { AsOf = Today, Arr = arr, ArrGrowth = growth });
        if (arr >= 40_000_000m)
        {
            return status.DueOn == Today;
        }

        int days = Period.DaysBetween(Today, status.DueOn!.Value);
        return At(days) >= 40e6 * (1 - 1e-12) && At(days - 1) < 40e6 && !status.IsDue;

        double At(int day) => (double)arr * Math.Pow(1 + (double)growth, day / 365.25);
    }

    [Fact]
    public void WithoutGrowthAThresholdIsNotReached()
    {
        RequirementStatus status = Status(Overlay, new CompanyState { AsOf = Today, Arr = 30_000_000m });

        Assert.Null(status.DueOn);
        Assert.False(status.IsDue);
        Assert.False(status.IsOpen);
        Assert.Null(status.PaidBackFrom);
        Assert.Null(Status(Overlay, new CompanyState { AsOf = Today, Arr = 0m, ArrGrowth = 1m }).DueOn);
    }

    [Fact]
    public void AMissingRoleHasItsCostAndPayback()
    {
        var company = new CompanyState
        {
            AsOf = Today,
            Arr = 45_000_000m,
            Heads = [new RoleHeadcount { Role = "ai specialist", Heads = 0, CostPerYear = 260_000m }],
        };
        RequirementStatus status = Status(Overlay, company);

        Assert.True(status.IsOpen);
        Assert.Equal(["AI Specialist"], status.MissingRoles);
        Assert.Equal(260_000m, status.CostPerYear);
        Assert.Equal(new LocalDate(2027, 7, 1), status.PaidBackFrom);
        Assert.Equal(new LocalDate(2027, 10, 1), status.PaidBackBy);
        Assert.Equal("AI overlay: due, missing AI Specialist, 260,000 a year", status.ToString());
        Assert.Null(Status(Overlay, company with { Heads = [] }).CostPerYear);
        RequirementStatus met = Status(
            Overlay, company with { Heads = [new RoleHeadcount { Role = "AI Specialist", Heads = 2 }] });
        Assert.False(met.IsOpen);
        Assert.Equal(0m, met.CostPerYear);
        Assert.Null(met.PaidBackBy);
    }

    [Fact]
    public void DealsOfTheSegmentsAreCountedForEachPerson()
    {
        var company = new CompanyState
        {
            AsOf = Today,
            Arr = 45_000_000m,
            Heads = [new RoleHeadcount { Role = "IT Consultant", Heads = 4 }],
            Deals = [new("SMB", 90), new("mid-market", 20), new("Enterprise", 10)],
        };
        RequirementStatus status = Status(Consultants, company);

        Assert.Equal(
            [new Keyed<string, decimal?>("IT Consultant", 7.5m), new Keyed<string, decimal?>("OT Consultant", null)],
            status.DealsPerPerson);
        Assert.Equal(["OT Consultant"], status.MissingRoles);
        Assert.True(status.IsDue);
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "Roles was empty; at least one role is expected.",
            () => new RoleRequirement { Name = "None", Roles = [] });
        Refusal.With(
            "ArrGrowth was -1; a fraction above -1 and up to 100 (for 30% write 0.3) is expected.",
            () => new CompanyState { AsOf = Today, Arr = 1m, ArrGrowth = -1m });
        Refusal.Any<ArgumentException>(
            () => new CompanyState { AsOf = Today, Arr = 1m, Deals = [new("SMB", -1)] });
        Refusal.By<ArgumentNullException>(
            "requirements", () => RequirementCalculator.Compare([null!], new CompanyState { AsOf = Today, Arr = 1m }));
    }

    private static RequirementStatus Status(RoleRequirement requirement, CompanyState company) =>
        RequirementCalculator.Compare([requirement], company)[0];
}
