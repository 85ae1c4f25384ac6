using RevenueModel.Architectures;

namespace RevenueModel.Tests.Architectures;

/// <summary>Each rule is silent where the figures agree.</summary>
public class AgreeingArchitectureTests
{
    public static TheoryData<string> EachFound => [.. PublishedFindings.Found.Keys];

    [Theory, MemberData(nameof(EachFound))]
    public void RuleIsSilentWhenTheOneFigureAgrees(string id)
    {
        PublishedFinding finding = PublishedFindings.Found[id];
        foreach (string document in finding.Checks.Select(check => check.Document).Distinct())
        {
            ConsistencyReport report = ReportOf(document, AgreeingArchitectures.Changes[id]);

            Assert.All(
                report.ChecksOf(finding.Rule).Where(check => finding.Checks.Contains((document, check.Subject))),
                check => Assert.True(IsSilent(check, id), check.ToString()));
        }
    }

    // Otherwise a change that removes all figures would pass as well.
    [Theory, MemberData(nameof(EachFound))]
    public void OtherChecksStay(string id)
    {
        string document = PublishedFindings.Found[id].Checks[0].Document;
        int before = ReportOf(document, static one => one).Checks.Count;
        int after = ReportOf(document, AgreeingArchitectures.Changes[id]).Checks.Count;

        Assert.InRange(after, before - 4, before + 12);
    }

    private static bool IsSilent(ConsistencyCheck check, string id) => check.Verdict switch
    {
        ConsistencyVerdict.Agrees => true,
        ConsistencyVerdict.AgreesRounded => id is not ("win-ratio" or "days-of-a-month"),
        ConsistencyVerdict.Note => id == "customers-times-acv"
            && check.Subject.StartsWith("threshold", StringComparison.Ordinal),
        _ => false,
    };

    private static ConsistencyReport ReportOf(
        string document, Func<RevenueArchitecture, RevenueArchitecture> change) => document switch
    {
        PublishedFindings.Iot => ConsistencyCalculator.Review(change(PublishedArchitectures.IndustrialIot2027)),
        PublishedFindings.Ipaas => ConsistencyCalculator.Review(change(PublishedArchitectures.Ipaas2027)),
        PublishedFindings.Ot => ConsistencyCalculator.Review(change(PublishedArchitectures.OtSecurity2027)),
        _ => ConsistencyCalculator.Compare(
            PublishedArchitectures.OtSecurity2027, change(PublishedArchitectures.IndustrialIot2027)),
    };
}
