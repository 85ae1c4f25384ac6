using System.Diagnostics;

namespace RevenueModel.Tests.Packages;

/// <summary>Where a copy of the sources comes from, as far as git knows.</summary>
public enum CloneKind
{
    /// <summary>An archive: no git at all.</summary>
    Archive,

    /// <summary>A repository that has its origin elsewhere than at GitHub.</summary>
    HostedElsewhere,

    /// <summary>A repository that has its origin at GitHub.</summary>
    HostedAtGitHub,

    /// <summary>A second working tree of such a repository, where <c>.git</c> is a file.</summary>
    WorktreeOfGitHub,
}

/// <summary>A copy of what builds the packages, in a folder of its own, to pack the core in.</summary>
public sealed class Clone : IDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";
    public const string GitHubUrl = "https://github.com/example/revenue-model";
    public const string ProjectUrl = "https://example.com/revenue-model";

    private readonly ScratchFolder _scratch = new();
    private readonly string _folder;
    private readonly CloneKind _kind;

    public Clone(CloneKind kind)
    {
        _kind = kind;
        _folder = _scratch.PathOf("clone");
        CopySources(_folder);
        switch (kind)
        {
            case CloneKind.HostedElsewhere:
                WriteRepository(Path.Combine(_folder, ".git"), "https://git.example.com/github/revenue-model.git");
                break;
            case CloneKind.HostedAtGitHub:
                WriteRepository(Path.Combine(_folder, ".git"), GitHubUrl);
                break;
            case CloneKind.WorktreeOfGitHub:
                WriteWorktree(_scratch.PathOf("main", ".git"));
                break;
        }
    }

    public string Output { get; private set; } = "";

    public Package Package => Package.Open(Path.Combine(_folder, "feed"), "RevenueModel", ".nupkg");

    public byte[] Pdb => Package.Open(Path.Combine(_folder, "feed"), "RevenueModel", ".snupkg")
        .Read("lib/net10.0/RevenueModel.pdb");

    /// <summary>The folder that the packages were built in.</summary>
    public string Folder => _folder;

    // The analyzers have read these sources in the build of the tests.
    public async Task PackAsync() =>
        Output = await Dotnet.BuildAsync(
            _folder,
            "pack", Path.Combine("src", "RevenueModel"), "-c", "Release", "-o", "feed",
            "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false",
            // Where git does not say where the project is, a property can.
            _kind == CloneKind.HostedElsewhere ? $"-p:PackageProjectUrl={ProjectUrl}" : "-p:PackageProjectUrl=");

    public void Dispose() => _scratch.Dispose();

    /// <summary>Copies what builds the packages into a folder.</summary>
    public static void CopySources(string to)
    {
        foreach (string file in SourceFiles())
        {
            string copy = Path.Combine(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy);
        }
    }

    // What git would have in a clone. A file that it ignores by mistake is then missing here as it is there.
    private static IEnumerable<string> SourceFiles()
    {
        IEnumerable<string> files = GitFiles() ?? Directory.GetFiles(Repository.Root)
            .Concat(Repository.FilesUnder(Repository.PathOf("src"), "*"))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        return files.Where(file => !file.Contains('/') || file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => File.Exists(Repository.PathOf(file)));
    }

    private static List<string>? GitFiles()
    {
        if (!Path.Exists(Repository.PathOf(".git")))
        {
            return null;
        }

        try
        {
            using Process git = Process.Start(new ProcessStartInfo(
                "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Repository.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no git on this machine
        }
    }

    // The build reads these files itself, so the test needs no git and no settings of the user's.
    private static void WriteRepository(string git, string origin)
    {
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs", "heads"));
        File.WriteAllText(Path.Combine(git, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(git, "refs", "heads", "main"), Commit + "\n");
        File.WriteAllText(
            Path.Combine(git, "config"),
            $"""
            [core]
            	repositoryformatversion = 0
            [url "https://github.com/"]
            	insteadOf = gh:
            [remote "origin"]
            	url = {origin}
            	fetch = +refs/heads/*:refs/remotes/origin/*

            """);
    }

    private void WriteWorktree(string mainGit)
    {
        WriteRepository(mainGit, GitHubUrl);
        string own = Path.Combine(mainGit, "worktrees", "clone");
        Directory.CreateDirectory(own);
        File.WriteAllText(Path.Combine(own, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(own, "commondir"), "../..\n");
        File.WriteAllText(Path.Combine(own, "gitdir"), Path.Combine(_folder, ".git") + "\n");
        File.WriteAllText(Path.Combine(_folder, ".git"), $"gitdir: {own}\n");
    }
}
