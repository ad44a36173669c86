import { isOneDrive, upload } from '../../../src/teams/files/upload';
import { openOneDrive } from '../../../testing/teams/one-drive';

describe('a file of somebody’s', () => {
  const bytes = Buffer.from('Mina uppgifter');
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  beforeEach(async () => {
    drive = await openOneDrive();
  });
  afterEach(() => drive.close());

  it('is put whole where Teams has opened a place', async () => {
    expect(await upload(drive.place.uploadUrl, bytes, () => true)).toBe(true);
    expect(drive.puts).toEqual([{ path: '/upload', range: 'bytes 0-13/14', bytes }]);
  });

  it('goes nowhere else', async () => {
    expect(await upload(drive.place.uploadUrl, bytes, isOneDrive)).toBe(false);
    expect(await upload('no address', bytes, () => true)).toBe(false);
    expect(drive.puts).toEqual([]);
  });

  it.each([302, 403, 404, 500])('is not said to be saved when the answer is %d', async (status) => {
    drive.answersWith(status);
    expect(await upload(drive.place.uploadUrl, bytes, () => true)).toBe(false);
    expect(drive.puts.map(({ path }) => path)).toEqual(['/upload']);
  });

  it('is not waited for without end', async () => {
    drive.staysSilent();
    expect(await upload(drive.place.uploadUrl, bytes, () => true, 100)).toBe(false);
  });
});

describe('OneDrive', () => {
  it.each([
    ['https://orten-my.sharepoint.com/personal/a_b/_api/v2.0/drive/items/1/uploadSession?guid=1', true],
    ['https://orten.sharepoint.com/x', true],
    ['http://orten-my.sharepoint.com/x', false],
    ['https://orten-my.sharepoint.com:8443/x', false],
    ['https://a:b@orten-my.sharepoint.com/x', false],
    ['https://sharepoint.com.evil.example/x', false],
    ['https://evil.example/orten.sharepoint.com', false],
    ['https://evilsharepoint.com/x', false],
    ['https://169.254.169.254/metadata', false],
    ['https://localhost/x', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (address, may) => {
    expect(isOneDrive(new URL(address))).toBe(may);
  });
});
