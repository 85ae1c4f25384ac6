using FsCheck;
using FsCheck.Fluent;

namespace RevenueModel.Tests.Generators;

/// <summary>Checks of laws over random histories.</summary>
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

    /// <summary>Returns the actual and the expected figure if they differ.</summary>
    public static IEnumerable<string> Same<T>(string name, T actual, T expected) =>
        EqualityComparer<T>.Default.Equals(actual, expected)
            ? []
            : [FormattableString.Invariant($"{name} was {actual}, {expected} expected")];
}
