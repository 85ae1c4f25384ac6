using FsCheck.Xunit;
using RevenueModel.Organization;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Chart;

public class OrganizationChartTests
{
    private static readonly OrganizationChart Small = OrganizationChart.Of(
        new OrganizationRole { Name = "CRO" },
        new OrganizationRole { Name = "VP Sales", ReportsTo = "cro" },
        new OrganizationRole { Name = "AE", ReportsTo = "VP Sales", PlanName = "Enterprise AE" },
        new OrganizationRole { Name = "VP RevOps", ReportsTo = "CRO" },
        new OrganizationRole { Name = "AI Overlay", ReportsTo = "VP Sales", Kind = RoleKind.Overlay },
        new OrganizationRole { Name = "Attribution", ReportsTo = "VP RevOps", Kind = RoleKind.Dashboard });

    // Each box reports to an earlier one, so that the chart is a tree whatever the order in which it is given.
    [Property(MaxTest = 50)]
    public bool EachTreeIsAChart(int seed)
    {
        var random = new Random(seed);
        OrganizationRole[] roles =
        [
            .. Enumerable.Range(0, 1 + random.Next(30)).Select(i => new OrganizationRole
            {
                Name = $"R{i}", ReportsTo = i == 0 ? null : $"r{random.Next(i)}",
            }),
        ];
        random.Shuffle(roles);
        OrganizationChart chart = OrganizationChart.Of(roles);
        return chart.Root.Name == "R0"
            && chart.LineCount == roles.Length - 1
            && chart.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length == roles.Length
            && roles.All(role => role.ReportsTo is null || chart.ManagersOf(role.Name)[^1] == chart.Root)
            && roles.Sum(role => chart.ReportsOf(role.Name).Count) == chart.LineCount;
    }

    [Fact]
    public void TextIsIndentedByLevel() => Assert.Equal(
        "CRO\n  VP Sales\n    AE\n    AI Overlay (overlay)\n  VP RevOps\n    Attribution (dashboard)\n",
        Small.ToText());

    [Fact]
    public void MermaidHasABoxAndALineEach() => Assert.Equal(
        """
        flowchart TD
            r0["CRO"]
            r1["VP Sales"]
            r2["AE"]
            r3["VP RevOps"]
            r4(["AI Overlay"])
            r5[("Attribution")]
            r0 --> r1
            r1 --> r2
            r0 --> r3
            r1 --> r4
            r3 --> r5

        """.ReplaceLineEndings("\n"),
        Small.ToMermaid());

    [Fact]
    public void RolesWithoutAPlanAreListed() => Assert.Equal(
        ["VP Sales", "VP RevOps", "AI Overlay"],
        Small.RolesWithoutPlan(["enterprise ae"]).Select(role => role.Name));

    [Fact]
    public void LinesMakeTheSameTree()
    {
        OrganizationChart chart = OrganizationChart.OfLines(
            [new("CRO", "VP Sales"), new("VP Sales", "AE"), new("CRO", "VP RevOps")]);

        Assert.Equal("CRO", chart.Root.Name);
        Assert.Equal(3, chart.LineCount);
        Assert.Equal(["VP Sales", "CRO"], chart.ManagersOf("AE").Select(role => role.Name));
        Assert.Equal("VP Sales", chart.FindRole("vp sales")!.Name);
        Assert.Null(chart.FindRole("CFO"));
    }

    [Fact]
    public void WhatIsNotATreeIsRefused()
    {
        Refusal.With("roles: there is no box; at least one is expected.", () => OrganizationChart.Of());
        Refusal.With(
            "roles: \"A\" and \"B\" report to nobody; one root is expected.",
            () => OrganizationChart.Of(new OrganizationRole { Name = "A" }, new OrganizationRole { Name = "B" }));
        Refusal.With(
            "roles: \"B\" reports to \"C\", which is not on the chart.",
            () => OrganizationChart.Of(
                new OrganizationRole { Name = "A" }, new OrganizationRole { Name = "B", ReportsTo = "C" }));
        Refusal.With(
            "lines: \"ae\" is there twice, and reports to \"A\" and \"B\"; one manager is expected.",
            () => OrganizationChart.OfLines([new("A", "AE"), new("B", "ae"), new("A", "B")]));
        Refusal.With(
            "lines: the managers of \"B\" form a circle; a tree is expected.",
            () => OrganizationChart.OfLines([new("C", "B"), new("B", "C"), new("A", "D")]));
        Refusal.Any<ArgumentException>(() => Small.ReportsOf("CFO"));
    }
}
