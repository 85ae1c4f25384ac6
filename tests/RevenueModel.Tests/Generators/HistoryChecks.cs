using FsCheck;
using FsCheck.Fluent;

namespace RevenueModel.Tests.Generators;

/// <summary>Checks of what holds for any history.</summary>
internal static class HistoryChecks
{
    /// <summary>Checks that random histories do not differ from a law; a failure is stated with the simplest one that
    /// does.</summary>
    public static void ForAll(Func<History, IEnumerable<string>> differences) => ForAll(_ => true, differences);

    public static void ForAll(Func<History, bool> isChecked, Func<History, IEnumerable<string>> differences) =>
        Prop.ForAll(HistoryArbitraries.History(), history =>
        {
            if (isChecked(history) && string.Join('\n', differences(history)) is { Length: > 0 } found)
            {
                Assert.Fail(found);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(HistoryArbitraries.Count));

    /// <summary>What a figure is and should be, if they differ.</summary>
    public static IEnumerable<string> Same<T>(string name, T actual, T expected) =>
        EqualityComparer<T>.Default.Equals(actual, expected)
            ? []
            : [FormattableString.Invariant($"{name} was {actual}, {expected} expected")];
}
