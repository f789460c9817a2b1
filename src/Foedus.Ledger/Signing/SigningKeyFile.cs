using System.Diagnostics.CodeAnalysis;

namespace Foedus.Ledger.Signing;

/// <summary>
/// A signing key in a file of one line that its owner alone may read (mode 0600). A file that others may read is refused: the key in it may be
/// known already. On Windows the folder's permissions are the user's own affair.
/// </summary>
public static class SigningKeyFile
{
    /// <summary>Writes a key to a new file that its owner alone may read.</summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static void Write(string path, SigningKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(key.Reveal() + "\n");
    }

    /// <summary>Reads a key; false with the reason if there is none, or others may read it.</summary>
    public static bool TryRead(string path, [NotNullWhen(true)] out SigningKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        problem = null;
        try
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            if (!File.Exists(path))
                problem = $"there is no key at {path}";
            else if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0)
                problem = $"{path} may be read by others than its owner, so the key in it may be known: make a new one, or set its mode to 0600 if you are sure";
            else if (new FileInfo(path).Length > 1024 || !SigningKey.TryParse(File.ReadAllText(path).TrimEnd('\n', '\r'), out key))
                problem = $"{path} holds no signing key";
            return key is not null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = $"{path} cannot be read";
            return false;
        }
        catch (PlatformNotSupportedException missing)
        {
            problem = missing.Message;
            return false;
        }
    }
}
