using FsCheck;
using FsCheck.Fluent;
using RevenueModel.Compensation;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Generators;

/// <summary>Checks of laws over random ledgers.</summary>
internal static class LedgerChecks
{
    /// <summary>
    /// Checks that random ledgers do not differ from a law; a failure is stated with the simplest one that does. A
    /// number beside the ledger picks what a law leaves open, such as how often statements are issued.
    /// </summary>
    public static void ForAll(Func<CompLedger, int, IEnumerable<string>> differences)
    {
        Arbitrary<CompLedger> ledgers = LedgerArbitraries.CompLedger();
        Gen<(CompLedger Ledger, int Pick)> cases =
            from ledger in ledgers.Generator
            from pick in Gen.Choose(0, 255)
            select (ledger, pick);
        var simpler = Arb.From(
            cases, item => ledgers.Shrinker(item.Ledger).Select(ledger => (ledger, item.Pick)));
        Prop.ForAll(simpler, item =>
        {
            string[] found = Found(() => differences(item.Ledger, item.Pick));
            if (found.Length > 0)
            {
                Assert.Fail($"{string.Join('\n', found)}\npick {item.Pick}\n{StatementComparison.Words(item.Ledger)}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(LedgerArbitraries.Count));
    }

    public static void ForAll(Func<CompLedger, int, bool> law) => ForAll(
        (ledger, pick) => law(ledger, pick) ? Enumerable.Empty<string>() : ["the law does not hold"]);

    // What throws is stated with its ledger as well.
    private static string[] Found(Func<IEnumerable<string>> differences)
    {
        try
        {
            return [.. differences().Take(12)];
        }
        catch (ArgumentException refused)
        {
            return [refused.ToString()];
        }
    }
}
