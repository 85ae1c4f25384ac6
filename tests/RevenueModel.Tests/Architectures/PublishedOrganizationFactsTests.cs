using System.Text.Json;
using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

public class PublishedOrganizationFactsTests
{
    public static TheoryData<string> Documents => ["industrial-iot-2027", "ipaas-2027"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void ReportingLinesAreThoseOfTheChart(string document)
    {
        OrganizationChart chart = Architecture(document).Chart!;
        IEnumerable<string> published = TestData.Facts(document).GetProperty("organization").GetProperty("edges")
            .EnumerateArray().Select(edge => $"{edge[0].GetString()} - {edge[1].GetString()}");

        Assert.Equal(
            published,
            chart.Roles.Where(role => role != chart.Root).Select(role => $"{role.ReportsTo} - {role.Name}"));
        Assert.Equal("CRO", chart.Root.Name);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void MandatoryRolesHaveTheirThreshold(string document)
    {
        JsonElement[] published =
            [.. TestData.Facts(document).GetProperty("mandatory").EnumerateArray()];
        RevenueArchitecture architecture = Architecture(document);
        foreach (JsonElement fact in published)
        {
            RoleRequirement requirement = Assert.Single(
                architecture.RoleRequirements, own => own.Name == fact.GetProperty("what").GetString());
            Assert.Equal(
                fact.TryGetProperty("atArr", out JsonElement arr) ? arr.GetDecimal() : null, requirement.FromArr);
            Assert.Equal(!fact.TryGetProperty("atArr", out _), requirement.Segments.Count == 2);
            Assert.Equal(fact.TryGetProperty("paybackQuarters", out _), requirement.PaybackQuarters is not null);
            Assert.Equal(fact.GetProperty("section").GetString(), requirement.Citation!.Section);
        }

        int count = document == "ipaas-2027" ? published.Length + 1 : published.Length;
        Assert.Equal(count, architecture.RoleRequirements.Count);
    }

    [Theory]
    [InlineData("industrial-iot-2027")]
    [InlineData("ipaas-2027")]
    [InlineData("ot-security-kpis-2027")]
    public void ReviewsAreThoseOfTheCadence(string document)
    {
        IEnumerable<string> published = TestData.Facts(document).GetProperty("cadence").EnumerateObject()
            .Where(frequency => frequency.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(frequency => frequency.Value.EnumerateArray()
                .Select(review => $"{frequency.Name} {review.GetString()}"));
        var own = Architecture(document).Reviews;

        Assert.Equal(
            published,
            own.Select(review => $"{review.Frequency.ToString().ToLowerInvariant()} {review.Name}"));
        Assert.All(own, review => Assert.NotNull(review.Citation));
    }

    [Fact]
    public void StepsAreThoseOfThePlan()
    {
        IEnumerable<string> published = TestData.Facts("ot-security-kpis-2027").GetProperty("plan306090")
            .EnumerateObject().SelectMany(days => days.Value.EnumerateArray()
                .Select(step => $"{days.Name} {step.GetString()}"));

        Assert.Equal(
            published,
            PublishedArchitectures.OtSecurity2027.Rollout.Select(
                step => $"days{step.FirstDay}to{step.LastDay} {step.Name}"));
    }

    // Each required role has a plan, and each segment of a requirement is one of the architecture.
    [Theory]
    [MemberData(nameof(Documents))]
    public void RequiredRolesHaveAPlan(string document)
    {
        RevenueArchitecture architecture = Architecture(document);
        foreach (RoleRequirement requirement in architecture.RoleRequirements)
        {
            Assert.All(requirement.Roles, role => Assert.NotNull(architecture.FindCompPlan(role)));
            Assert.All(requirement.Segments, segment => Assert.NotNull(architecture.FindSegment(segment)));
        }
    }

    [Fact]
    public void TwelveRolesOfIndustrialIotHaveNoPlan()
    {
        RevenueArchitecture iot = PublishedArchitectures.IndustrialIot2027;

        Assert.Equal(
            [
                "VP Sales", "VP Enterprise", "VP Big-4 SI Channel", "VP OT-Specialty SI Channel",
                "VP AI + Digital Twin", "VP Customer Success", "VP RevOps", "Enterprise CSM", "Deloitte Alliance",
                "Accenture Alliance", "Maverick Alliance", "Wood Group Alliance",
            ],
            iot.Chart!.RolesWithoutPlan(iot.CompPlans.Select(plan => plan.Role)).Select(role => role.Name));
    }

    private static RevenueArchitecture Architecture(string document) => document switch
    {
        "ipaas-2027" => PublishedArchitectures.Ipaas2027,
        "ot-security-kpis-2027" => PublishedArchitectures.OtSecurity2027,
        _ => PublishedArchitectures.IndustrialIot2027,
    };
}
